using System.Text.RegularExpressions;

namespace PaperChat.Comparison.Figures;

/// <summary>
/// The names that a paper's title and abstract give to things of one kind, for telling in a single sentence what a name stands for:
/// what the paper proposes, and what it calls a data set.
/// </summary>
public sealed partial class PaperNames
{
    public static PaperNames None { get; } = new([], []);

    private readonly HashSet<string> _proposed;
    private readonly HashSet<string> _dataSets;

    private PaperNames(IEnumerable<string> proposed, IEnumerable<string> dataSets)
    {
        _dataSets = new HashSet<string>(dataSets, StringComparer.Ordinal);
        _proposed = new HashSet<string>(proposed.Where(n => !_dataSets.Contains(n)), StringComparer.Ordinal);
    }

    public static PaperNames Of(string title, string summary)
    {
        ArgumentNullException.ThrowIfNull(title);
        ArgumentNullException.ThrowIfNull(summary);
        var proposed = Names(Titled().Match(title)).Concat(Proposed().Matches(summary).SelectMany(Names));
        return new PaperNames(proposed, Called().Matches(title).Concat(Called().Matches(summary)).Concat(Listed().Matches(summary)).SelectMany(Names));
    }

    /// <summary>Whether the paper gives this name to what it proposes.</summary>
    public bool IsProposed(string name) => _proposed.Contains(name);

    /// <summary>Whether the paper calls this a data set or benchmark somewhere.</summary>
    public bool IsDataSet(string name) => _dataSets.Contains(name);

    private static IEnumerable<string> Names(Match match) => match.Groups["n"].Captures.Select(c => c.Value);

    [GeneratedRegex(@"^(?<n>[^:\s]+(?: [^:\s]+){0,2})\s?:|\((?<n>" + NameFinder.Name + @")\)", RegexOptions.CultureInvariant)]
    private static partial Regex Titled();

    [GeneratedRegex(@"\b(?:propos|present|introduc|develop|design|call|nam|term|dubb)(?:e|es|ed|ing|led)?\s+(?:[^.;]{0,80}?,\s+)?(?:it\s+|as\s+|the\s+|an?\s+)?(?<n>" + NameFinder.Name + @")(?=\s*[,.:;(]|\s+(?:to|that|which|for|a|an|as|with|framework|model|method|network|algorithm)\b)|\b(?:framework|model|method|approach|network|algorithm|architecture|system|pipeline)\s*(?:\(|,\s+)(?:[^().;]{0,60},\s+)?(?<n>" + NameFinder.Name + @")\s*[),]", RegexOptions.CultureInvariant)]
    private static partial Regex Proposed();

    [GeneratedRegex(@"(?<![\w-])(?<n>" + NameFinder.Name + @"(?:\s+[A-Z0-9][\w-]*)*)\s*(?:\([^()]*\)\s*)?,?\s*(?:an?\s+(?:[\w-]+\s+){0,4})?(?:data\s?-?sets?|benchmarks?|corpus|corpora|test\s?-?sets?|leaderboard|challenge)\b", RegexOptions.CultureInvariant)]
    private static partial Regex Called();

    [GeneratedRegex(@"\b(?:data\s?-?sets?|benchmarks?|corpora)\s*(?:\(|:\s|,?\s+(?:including|namely|such as|like)\s+)(?:the\s+)?(?<n>" + NameFinder.Name + @"(?:\s+[A-Z0-9][\w-]*)*)(?:(?:,\s*and|,|\s+and)\s*(?<n>" + NameFinder.Name + @"(?:\s+[A-Z0-9][\w-]*)*))*", RegexOptions.CultureInvariant)]
    private static partial Regex Listed();
}
