using PaperChat.Library;
using PaperChat.Papers;

namespace PaperChat.Evaluation;

/// <summary>The papers of a library that sentences cite, by id or by title as <see cref="GoldPapers"/> compares them.</summary>
internal sealed class CitedPapers
{
    private readonly Dictionary<string, Paper> _papers = new(StringComparer.Ordinal);

    public static async Task<CitedPapers> FindAsync(
        IPaperLibrary library, IReadOnlyList<VerificationCase> cases, CancellationToken cancellationToken)
    {
        var names = cases.SelectMany(c => c.Cites).Distinct(StringComparer.Ordinal).ToLookup(GoldPapers.Key, StringComparer.Ordinal);
        var ids = cases.SelectMany(c => c.Cites).ToHashSet(StringComparer.Ordinal);
        var found = new CitedPapers();
        await foreach (var paper in library.ListAsync(SearchFilters.None, cancellationToken))
        {
            foreach (var name in names[GoldPapers.Key(paper.Title)])
            {
                found._papers.TryAdd(name, paper);
            }

            if (ids.Contains(paper.Id.Value))
            {
                found._papers[paper.Id.Value] = paper;
            }
        }

        return found;
    }

    public IReadOnlyList<Paper> Of(VerificationCase sentence) =>
        [.. sentence.Cites.Select(c => _papers.GetValueOrDefault(c)).OfType<Paper>().DistinctBy(p => p.Id)];
}
