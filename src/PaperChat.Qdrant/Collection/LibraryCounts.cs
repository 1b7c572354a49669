using PaperChat.Library;
using PaperChat.Papers;
using PaperChat.Qdrant.Filters;
using PaperChat.Qdrant.Points;
using PaperChat.Qdrant.Transport;

namespace PaperChat.Qdrant.Collection;

/// <summary>
/// Counts of a collection: of all papers, and how many chunks hold a term. They are asked for once a generation, which every commit
/// of any host makes anew; while one writes they may be those of a moment before. Thread-safe.
/// </summary>
internal sealed class LibraryCounts(QdrantTransport transport)
{
    private const int CountsAtOnce = 16;
    private const int MostTermsKept = 50_000;

    private static readonly PointCondition IsPaper = new PointCondition.Value(PointKeys.Type, PointKeys.PaperType);
    private static readonly PointFilter AllPapers = new() { Must = [IsPaper] };

    private volatile Known _known = new(-1);

    public async Task<LibraryState> GetStateAsync(CancellationToken cancellationToken)
    {
        var known = await CurrentAsync(cancellationToken);
        return known.State ??= await ReadStateAsync(known.Generation, cancellationToken);
    }

    public async Task<long> GetGenerationAsync(CancellationToken cancellationToken)
    {
        var found = await transport.GetAsync([PointId.State], [PointKeys.Generation], cancellationToken);
        return found.Count > 0 && found[0].Payload.TryGetProperty(PointKeys.Generation, out var generation) ? generation.GetInt64() : 0;
    }

    public async Task<IReadOnlyList<long>> GetFrequenciesAsync(IReadOnlyList<string> terms, CancellationToken cancellationToken)
    {
        var counts = (await CurrentAsync(cancellationToken)).Frequencies;
        await Parallel.ForEachAsync(
            terms.Where(t => !counts.ContainsKey(t)).Distinct(StringComparer.Ordinal).ToArray(),
            new ParallelOptions { MaxDegreeOfParallelism = CountsAtOnce, CancellationToken = cancellationToken },
            async (term, token) => counts[term] = await CountAsync(term, token));
        return [.. terms.Select(t => counts[t])];
    }

    private async Task<long> CountAsync(string term, CancellationToken cancellationToken)
    {
        var word = PaperPayloadWriter.WordOf(term);
        return word.Length == 0 ? 0 : await transport.CountAsync(new PointFilter { Must = [new PointCondition.Words(PointKeys.Terms, word)] }, cancellationToken);
    }

    private async Task<Known> CurrentAsync(CancellationToken cancellationToken)
    {
        var generation = await GetGenerationAsync(cancellationToken);
        var known = _known;
        if (known.Generation != generation || known.Frequencies.Count > MostTermsKept)
        {
            _known = known = new Known(generation);
        }

        return known;
    }

    private async Task<LibraryState> ReadStateAsync(long generation, CancellationToken cancellationToken)
    {
        var papers = transport.CountAsync(AllPapers, cancellationToken);
        var chunks = transport.CountAsync(CompiledFilter.AllChunks, cancellationToken);
        var summaries = transport.CountAsync(
            AllPapers.And(new PointCondition.Value(PointKeys.Kind, PaperPayloadWriter.NameOf(PaperKind.Summary))), cancellationToken);
        var ends = await transport.QueryAsync(
            [
                End(PointKeys.Year, PointKeys.Year, last: false), End(PointKeys.Year, PointKeys.Year, last: true),
                End(PointKeys.ListedDay, PointKeys.Listed, last: false), End(PointKeys.ListedDay, PointKeys.Listed, last: true),
            ],
            cancellationToken);
        return new LibraryState
        {
            Generation = generation,
            Papers = await papers,
            Chunks = await chunks,
            Summaries = await summaries,
            FirstYear = Year(ends[0]),
            LastYear = Year(ends[1]),
            FirstListed = Day(ends[2]),
            LastListed = Day(ends[3]),
        };
    }

    private static PointQuery.Ordered End(string key, string wanted, bool last) => new(key, last) { Filter = AllPapers, Keys = [wanted], Limit = 1 };

    private static int? Year(IReadOnlyList<FoundPoint> points) => points.Count > 0 ? points[0].Payload.GetProperty(PointKeys.Year).GetInt32() : null;

    private static ListedDate? Day(IReadOnlyList<FoundPoint> points) =>
        points.Count > 0 && ListedDate.TryParse(points[0].Payload.GetProperty(PointKeys.Listed).GetString(), out var day) ? day : null;

    private sealed class Known(long generation)
    {
        public long Generation => generation;

        public LibraryState? State { get; set; }

        public System.Collections.Concurrent.ConcurrentDictionary<string, long> Frequencies { get; } = new(StringComparer.Ordinal);
    }
}
