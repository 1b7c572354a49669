using System.Text.RegularExpressions;

namespace PaperChat.Sources.DailyPapers;

/// <summary>
/// What a piece of a saved page can be, told by its shape. The only words it knows are the page's heading and, in
/// <see cref="PageDate"/>, the months: everything around the papers differs from one way of saving to the next.
/// </summary>
internal static partial class PageLayout
{
    // Longer than titles get: among 200,000 papers of recent conferences the longest has 37 words and 246 characters.
    private const int LongWords = 45;
    private const int LongCharacters = 350;
    private const int SentenceWords = 6;
    private const int LongestNames = 2_000;
    private const int LongestEnd = 500;

    /// <summary>Average words a line from which a block of short lines is wrapped prose rather than a list.</summary>
    public const int WrappedWords = 7;

    public static bool IsHeading(string line) => Heading().IsMatch(line);

    public static bool HasHeading(string text)
    {
        foreach (var line in text.AsSpan().EnumerateLines())
        {
            if (Heading().IsMatch(line))
            {
                return true;
            }
        }

        return false;
    }

    public static bool IsLong(string text) => text.Length >= LongCharacters || CountWords(text) >= LongWords;

    public static int CountWords(string text) => text.Split(default(char[]), StringSplitOptions.RemoveEmptyEntries).Length;

    /// <summary>A short piece that is a sentence of running text: a short abstract, or the last paragraph of one.</summary>
    public static bool IsProse(string text) =>
        CountWords(text) >= SentenceWords && (SentenceEnd().IsMatch(text[Math.Max(0, text.Length - LongestEnd)..]) || Address().IsMatch(text)) && !IsInTitleCase(text);

    /// <summary>
    /// Votes, counts of comments and authors, dates, bullets, lists of names: what some saves put around a title. Such a line is
    /// taken for a title only when nothing else can be.
    /// </summary>
    public static bool IsFurniture(string text) =>
        !text.Any(char.IsLetter) || Count().IsMatch(text) || PageDate.EndsWithOne(text) || IsListOfNames(text) || IsHandle(text);

    /// <summary>Whether a piece without a text after it was probably a title, so that its loss is worth a report.</summary>
    public static bool LooksLikeTitle(string text) =>
        !IsFurniture(text) && (CountWords(text) >= 3 || (CountWords(text) == 2 && IsInTitleCase(text)));

    /// <summary>Two or more names of two to four capitalised words each, parted by commas or "and".</summary>
    public static bool IsListOfNames(string text)
    {
        if (text.Length > LongestNames)
        {
            return false;
        }

        var names = BetweenNames().Split(AroundNames().Replace(text, ""));
        return names.Length > 1 && names.All(n => Name().IsMatch(n));
    }

    /// <summary>A text that is whole ends a sentence, or ends with an address, as abstracts that point to their code do.</summary>
    public static bool EndsWhole(string text)
    {
        // The patterns try every place as a beginning: on a line without blanks that would take forever.
        var end = text[Math.Max(0, text.Length - LongestEnd)..];
        return SentenceEnd().IsMatch(end) || EndsWithAddress().IsMatch(end);
    }

    private static bool IsHandle(string text) => text.Length > 0 && !char.IsLetterOrDigit(text[0]) && text[0] is not ('$' or '"' or '\'' or '(' or '\\' or '`' or '“' or '‘' or '[');

    private static bool IsInTitleCase(string text)
    {
        var words = text.Split(default(char[]), StringSplitOptions.RemoveEmptyEntries).Skip(1).Where(word => word.Length > 3).ToList();
        return words.Count > 0 && words.Count(word => char.IsUpper(word[0])) * 2 > words.Count;
    }

    [GeneratedRegex(@"^\W*Daily\s+Papers\W*$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Heading();

    // 42, 1.2k, 7 authors, · 3 comments
    [GeneratedRegex(@"^\W*\d[\d.,]*[kKmM]?(\s+\p{Ll}+){0,2}\W*$", RegexOptions.CultureInvariant)]
    private static partial Regex Count();

    // A label before the names, and what stands for those that are left out.
    [GeneratedRegex(@"^\w+:\s*|(?<![\s,])\s*,?\s*(et al\.?|\.\.\.|…)$", RegexOptions.CultureInvariant)]
    private static partial Regex AroundNames();

    [GeneratedRegex(@"\s*(?:,\s*and\s|,|;|\sand\s)\s*", RegexOptions.CultureInvariant)]
    private static partial Regex BetweenNames();

    [GeneratedRegex(@"^\p{Lu}[\p{L}.'’-]*(?:\s+(?:\p{Ll}{2,3}\s+)?\p{Lu}[\p{L}.'’-]*){1,3}$", RegexOptions.CultureInvariant)]
    private static partial Regex Name();

    [GeneratedRegex(@"[.!?。！？…][\s""'”’»)\]}`$*_]*$", RegexOptions.CultureInvariant)]
    private static partial Regex SentenceEnd();

    [GeneratedRegex(@"https?://\S", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Address();

    [GeneratedRegex(@"(https?://|www\.)\S+$|\b[\w-]+(\.[\w-]+)*\.\p{Ll}{2,6}/\S*$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex EndsWithAddress();
}
