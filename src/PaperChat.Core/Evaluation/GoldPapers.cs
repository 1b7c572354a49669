using PaperChat.Library;
using PaperChat.Papers;
using PaperChat.Text;

namespace PaperChat.Evaluation;

/// <summary>
/// The papers of a library behind the titles that questions name. Titles are compared by their words, without case, accents,
/// punctuation and hyphenation; a title may stand for several papers (the same work from two sources).
/// </summary>
internal sealed class GoldPapers
{
    private readonly Dictionary<string, HashSet<PaperId>> _byKey = new(StringComparer.Ordinal);

    public static async Task<GoldPapers> FindAsync(
        IPaperLibrary library, IReadOnlyList<EvaluationQuestion> questions, CancellationToken cancellationToken)
    {
        var gold = new GoldPapers();
        foreach (var title in questions.SelectMany(q => q.GoldTitles.Concat(q.BorderlineTitles)))
        {
            gold._byKey[Key(title)] = [];
        }

        await foreach (var paper in library.ListAsync(SearchFilters.None, cancellationToken))
        {
            if (gold._byKey.TryGetValue(Key(paper.Title), out var ids))
            {
                ids.Add(paper.Id);
            }
        }

        return gold;
    }

    /// <summary>Empty when no paper of the library has the title.</summary>
    public IReadOnlySet<PaperId> Of(string title) => _byKey[Key(title)];

    public HashSet<PaperId> Of(IEnumerable<string> titles) => [.. titles.SelectMany(Of)];

    public static string Key(string title) => string.Concat(TextAnalyzer.Words(TextCleaner.Clean(title).Text).Select(w => w.Text));
}
