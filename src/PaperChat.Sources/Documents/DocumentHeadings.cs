using System.Text.RegularExpressions;

namespace PaperChat.Sources.Documents;

/// <summary>The headings that tell the parts of a paper apart.</summary>
internal static partial class DocumentHeadings
{
    private const int Longest = 80;

    // A paragraph on one line is no longer.
    private const int LongestLine = 20_000;

    /// <summary>Whether a line is a heading of a section, by its number or its words.</summary>
    public static bool IsOne(string line) => line.Length is > 0 and <= Longest && (IsAbstract(line) || EndsAbstract(line) || BeginsReferences(line) || Numbered().IsMatch(line));

    /// <summary>Whether a text has the headings of a paper.</summary>
    public static bool AreIn(string text) => text.Split('\n').Any(l => l.Length < LongestLine && l.Trim() is var line && (IsAbstract(line) || BeginsAbstract(line, out _) || Introduction().IsMatch(line)));

    public static bool IsAbstract(string line) => Abstract().IsMatch(line);

    /// <summary>Whether text that follows stands on the same line: "Abstract—We show ...".</summary>
    public static bool BeginsAbstract(string line, out string rest)
    {
        var match = RunInAbstract().Match(line);
        rest = match.Success ? line[match.Length..].TrimStart() : "";
        return rest.Length > 0;
    }

    /// <summary>Whether what follows an abstract begins: the introduction, keywords, contents.</summary>
    public static bool EndsAbstract(string line) => AfterAbstract().IsMatch(line);

    public static bool BeginsReferences(string line) => References().IsMatch(line);

    public static bool IsKeywords(string line) => Keywords().IsMatch(line);

    [GeneratedRegex(@"^(a\s?b\s?s\s?t\s?r\s?a\s?c\s?t|summary)\s*[.:]?$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Abstract();

    [GeneratedRegex(@"^abstract\s*[-–—:.]\s*(?=\S)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex RunInAbstract();

    [GeneratedRegex(@"^((1|I)[.)]?\s+)?introduction\s*$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Introduction();

    [GeneratedRegex(@"^((1|I)[.)]?\s+)?introduction\s*$|^(contents|table of contents)\s*$|^(key\s?words|index terms|ccs concepts)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex AfterAbstract();

    [GeneratedRegex(@"^(key\s?words|index terms|ccs concepts)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Keywords();

    [GeneratedRegex(@"^(\d{1,2}[.)]?\s+|[IVX]+[.)]\s+)?(references|bibliography|works cited|literature cited)\s*$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex References();

    [GeneratedRegex(@"^(\d{1,2}(\.\d{1,2}){0,3}\.?|[IVX]{1,5}\.|[A-H]\.(\d{1,2})?)\s+\p{Lu}[\p{L}\p{Pd}:,'’&/()\s]{2,70}$", RegexOptions.CultureInvariant)]
    private static partial Regex Numbered();
}
