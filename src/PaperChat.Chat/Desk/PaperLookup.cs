using System.Text.RegularExpressions;
using PaperChat.Answering;
using PaperChat.Chat.Console.Rendering;
using PaperChat.Hosting;
using PaperChat.Ingestion;
using PaperChat.Library;
using PaperChat.Papers;
using PaperChat.Text;

namespace PaperChat.Chat.Desk;

/// <summary>Finds the paper that somebody means by an id, a title, or the name of its method.</summary>
internal sealed class PaperLookup(IPaperLibrary library, AnswerPipeline pipeline, SearchFilters filters)
{
    private const int Candidates = 20;

    // Of the words of a long name that a title may miss some.
    private const double HeldByTitle = 0.75;
    private const int LongName = 4;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);

    /// <summary>The paper, or null when no paper of the library is called so.</summary>
    public async Task<Paper?> FindAsync(string name, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(name);
        if (await ExactAsync(name, cancellationToken) is { } exact)
        {
            return exact;
        }

        var ranked = await RankAsync(name, cancellationToken);
        var wanted = Terms(name);
        var best = ranked.Take(Candidates).Select(r => (r.Paper.Paper, Fit: Fit(r.Paper.Paper, name, wanted))).DefaultIfEmpty().MaxBy(r => r.Fit);
        return best.Fit > 0 ? best.Paper
            : ranked is [{ IsNamed: true } named, ..] && wanted.Any(Terms(PaperText.Title(named.Paper.Paper)).Contains) ? named.Paper.Paper
            : null;
    }

    /// <summary>The papers of those names that some paper goes by, and the other names.</summary>
    public async Task<(IReadOnlyList<Paper> Found, IReadOnlyList<string> Missing)> FindAllAsync(IEnumerable<string> names, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(names);
        List<Paper> found = [];
        List<string> missing = [];
        foreach (var name in names)
        {
            if (await FindAsync(name, cancellationToken) is { } paper)
            {
                found.Add(paper);
            }
            else
            {
                missing.Add(name);
            }
        }

        return (found, missing);
    }

    /// <summary>The same, when the words are all of its id, its title or the name in front of the title's colon.</summary>
    public async Task<Paper?> FindTitledAsync(string name, CancellationToken cancellationToken) =>
        await ExactAsync(name, cancellationToken)
        ?? (await RankAsync(name, cancellationToken)).Select(r => r.Paper.Paper).FirstOrDefault(p => IsCalled(p, name));

    private async Task<Paper?> ExactAsync(string name, CancellationToken cancellationToken)
    {
        var found = await library.GetAsync([.. PaperIdText.Meanings(name), PaperIds.OfTitle(name)], cancellationToken);
        return found.Count > 0 ? found[0] : null;
    }

    // How well a paper goes by a name: it is its title, its abstract presents it as its own, it stands in the title, is made of the title's words, or is used in the abstract.
    private static int Fit(Paper paper, string name, string[] wanted)
    {
        var title = Terms(PaperText.Title(paper));
        return IsCalled(paper, name) ? 6
            : wanted.Length == 0 ? 0
            : Introduces(paper, name) ? 5
            : Holds(title, wanted) ? 4
            : wanted.All(title.Contains) ? 3
            : paper.Abstract.Contains(name.Trim(), StringComparison.OrdinalIgnoreCase) ? 2
            : wanted.Length >= LongName && wanted.Count(title.Contains) >= HeldByTitle * wanted.Length ? 1
            : 0;
    }

    private static bool Introduces(Paper paper, string name) => Regex.IsMatch(
        paper.Abstract,
        $@"\b(propose|introduce|present|describe|develop|call|called|named|dubbed|our (model|method|approach|framework),?)\s+(the\s+|an?\s+)?{Regex.Escape(name.Trim())}",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, Patience);

    private static bool Holds(string[] terms, string[] run) =>
        Enumerable.Range(0, Math.Max(0, terms.Length - run.Length + 1)).Any(i => terms.AsSpan(i, run.Length).SequenceEqual(run));

    private static string[] Terms(string text) => [.. TextAnalyzer.Words(text).Select(w => TextAnalyzer.TermOf(w.Text)).OfType<string>()];

    private static bool IsCalled(Paper paper, string name) => Same(PaperText.Title(paper), name) || Same(MethodName.Of(paper), name);

    private static bool Same(string? title, string name) => string.Equals(title, name.Trim(), StringComparison.OrdinalIgnoreCase);

    private async Task<IReadOnlyList<Retrieval.RankedPaper>> RankAsync(string name, CancellationToken cancellationToken)
    {
        var question = new Question { Text = QuestionText.Check(name), Filters = filters };
        return (await pipeline.CollectAsync(question, cancellationToken)).Ranking.Papers;
    }
}
