using System.Text.Json;
using PaperChat.Library;
using PaperChat.Papers;
using PaperChat.Qdrant.Collection;
using PaperChat.Qdrant.Filters;
using PaperChat.Qdrant.Points;
using PaperChat.Qdrant.Transport;
using PaperChat.Text;

namespace PaperChat.Qdrant.Search;

/// <summary>
/// Makes both lists of candidates in one request: the nearest, those that hold the words, and the scores by words of the nearest. More
/// are asked for until the order of equals is certain, and until enough of them hold the phrases, which the server does not know.
/// </summary>
internal sealed class CandidateQuery(QdrantTransport transport, LibraryCounts counts, double averageLength, SearchRequest request, EmbeddingModelInfo? own)
{
    private const int BeyondLimit = 16;
    private const int Growth = 4;
    private const int MostAskedFor = 20_000;

    private static readonly string[] ChunkKeys = [PointKeys.Paper, PointKeys.Chunk];
    private static readonly string[] TextKeys = [.. ChunkKeys, PointKeys.Title, PointKeys.Text, PointKeys.Abstract, PointKeys.Venue];
    private static readonly string[] ExplainedKeys = [.. TextKeys, PointKeys.Chunks, PointKeys.Type];

    private readonly (uint Id, float Weight)[] _words =
    [
        .. request.Terms.Where(t => t.Weight > 0).GroupBy(t => TermId.Of(t.Term)).Select(g => (g.Key, g.Sum(t => t.Weight))),
    ];

    private bool _isFilterExact = true;

    public async Task<CandidateLists> RunAsync(CancellationToken cancellationToken)
    {
        var vector = own is null || request.Vector is not { } given || given.Span.IndexOfAnyExcept(0f) < 0 ? null : request.Vector;
        if (request.Limit <= 0 || (_words.Length == 0 && vector is null) || CompiledFilter.OfVectors(request.Filters) is not { } compiled)
        {
            return CandidateLists.Empty;
        }

        _isFilterExact = compiled.IsExact;
        var filter = WithPhrases(compiled);
        for (var asked = Math.Min(request.Limit + BeyondLimit, MostAskedFor); ; asked = Math.Min(asked * Growth, MostAskedFor))
        {
            var lists = await QueryAsync(filter.Points, vector, asked, cancellationToken);
            var checkedLists = (Lexical: Check(lists.Lexical), Dense: Check(lists.Dense));
            if (asked == MostAskedFor || (IsCertain(lists.Lexical, checkedLists.Lexical, asked) && IsCertain(lists.Dense, checkedLists.Dense, asked)))
            {
                return await ResultAsync(checkedLists.Lexical, checkedLists.Dense, lists.Scores, cancellationToken);
            }
        }
    }

    // A phrase's terms must all be there; that they stand in a row is looked at afterwards. One term alone is a phrase by itself.
    private CompiledFilter WithPhrases(CompiledFilter filter)
    {
        var must = request.RequiredPhrases.Where(p => p.Count > 0).Select(Holds);
        var mustNot = request.ExcludedPhrases.Where(p => p.Count == 1).Select(Holds);
        return filter with { Points = filter.Points.And(must) with { MustNot = [.. mustNot] } };
    }

    private static PointCondition.Words Holds(IReadOnlyList<string> phrase) => new(PointKeys.Terms, string.Join(' ', phrase.Distinct(StringComparer.Ordinal)));

    private bool NeedsTexts => request.RequiredPhrases.Any(p => p.Count > 1) || request.ExcludedPhrases.Any(p => p.Count > 1) || !_isFilterExact;

    private async Task<(IReadOnlyList<FoundPoint> Lexical, IReadOnlyList<FoundPoint> Dense, IReadOnlyList<FoundPoint> Scores)> QueryAsync(
        PointFilter filter, ReadOnlyMemory<float>? vector, int asked, CancellationToken cancellationToken)
    {
        IReadOnlyList<string> keys = request.Explain ? ExplainedKeys : NeedsTexts ? TextKeys : ChunkKeys;
        var near = vector is { } given ? new PointQuery.Near(given) { Filter = filter, Limit = asked, Keys = keys, WithVector = request.WithVectors } : null;
        var words = _words.Length > 0
            ? new PointQuery.Weighted(_words) { Filter = filter, Limit = asked, Keys = keys, WithVector = request.WithVectors && own is not null }
            : null;
        var scores = near is null || words is null ? null : new PointQuery.Weighted(_words) { Of = near, Limit = asked };
        PointQuery?[] queries = [words, near, scores];
        var found = await transport.QueryAsync([.. queries.OfType<PointQuery>()], cancellationToken);
        var next = 0;
        IReadOnlyList<FoundPoint> Take(PointQuery? query) => query is null ? [] : found[next++];
        return (Take(words), Take(near), Take(scores));
    }

    private List<FoundPoint> Check(IReadOnlyList<FoundPoint> points)
    {
        var positive = points.Where(p => p.Score > 0);
        return [.. (NeedsTexts ? positive.Where(IsMeant) : positive)
            .OrderByDescending(p => p.Score).ThenBy(p => PaperPayloadReader.Id(p.Payload)).ThenBy(p => ChunkOf(p.Payload))];
    }

    // Of equals the server gives any: all of them have to be there to put them in order.
    private bool IsCertain(IReadOnlyList<FoundPoint> all, List<FoundPoint> good, int asked) =>
        all.Count < asked || all[^1].Score <= 0 || (good.Count >= request.Limit && good[request.Limit - 1].Score > all[^1].Score);

    private bool IsMeant(FoundPoint point)
    {
        if (!_isFilterExact && !new SearchFilters { Venue = request.Filters.Venue }.Matches(new Paper { Id = new PaperId(""), Title = "", Venue = PaperPayloadReader.Text(point.Payload, PointKeys.Venue) }))
        {
            return false;
        }

        var title = TextAnalyzer.AnalyzeStored(point.Payload.GetProperty(PointKeys.Title).GetString()!);
        var text = TextAnalyzer.AnalyzeStored(TextOf(point.Payload));
        bool Holds(IReadOnlyList<string> phrase) => PhraseMatching.Contains(phrase, title) || PhraseMatching.Contains(phrase, text);
        return request.RequiredPhrases.All(Holds) && !request.ExcludedPhrases.Any(Holds);
    }

    private static string TextOf(JsonElement payload) =>
        PaperPayloadReader.Text(payload, PointKeys.Text) ?? PaperPayloadReader.Text(payload, PointKeys.Abstract) ?? "";

    private static int ChunkOf(JsonElement payload) => payload.GetProperty(PointKeys.Chunk).GetInt32();

    private async Task<CandidateLists> ResultAsync(
        List<FoundPoint> lexical, List<FoundPoint> dense, IReadOnlyList<FoundPoint> scores, CancellationToken cancellationToken)
    {
        var explained = request.Explain ? await FrequenciesAsync(cancellationToken) : null;
        var known = scores.ToDictionary(s => s.Id, s => s.Score);
        return new CandidateLists(
            [.. lexical.Take(request.Limit).Select(p => CandidateOf(p) with { Explanation = explained?.Of(p) })],
            [.. dense.Take(request.Limit).Select(p => CandidateOf(p) with { Bm25 = known.GetValueOrDefault(p.Id) })]);
    }

    private Candidate CandidateOf(FoundPoint point) =>
        new(PaperPayloadReader.Id(point.Payload), ChunkOf(point.Payload), point.Score) { Vector = request.WithVectors ? point.Vector : null };

    private async Task<ScoreExplanation> FrequenciesAsync(CancellationToken cancellationToken)
    {
        var terms = request.Terms.Where(t => t.Weight > 0).ToArray();
        var frequencies = await counts.GetFrequenciesAsync([.. terms.Select(t => t.Term)], cancellationToken);
        var state = await counts.GetStateAsync(cancellationToken);
        return new ScoreExplanation([.. terms.Zip(frequencies, (t, f) => (t.Term, t.Weight * TermWeights.Idf(state.Chunks, f)))], averageLength);
    }
}
