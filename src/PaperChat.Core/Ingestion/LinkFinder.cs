using System.Text.RegularExpressions;

namespace PaperChat.Ingestion;

/// <summary>Finds the http and https addresses of a text.</summary>
public static partial class LinkFinder
{
    private const int MaxLength = 2_000;

    /// <summary>
    /// The addresses in order, without the punctuation that follows them; closing brackets belong to an address only as far as
    /// they were opened in it. LaTeX's escapes (<c>\_</c>) are resolved, so that the address can be opened.
    /// </summary>
    public static IReadOnlyList<string> Find(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (!text.Contains("://", StringComparison.Ordinal))
        {
            return [];
        }

        var links = new List<string>();
        foreach (Match match in Address().Matches(text))
        {
            var link = Trim(match.Value.Replace(@"\_", "_", StringComparison.Ordinal).Replace(@"\%", "%", StringComparison.Ordinal)
                .Replace(@"\#", "#", StringComparison.Ordinal).Replace(@"\&", "&", StringComparison.Ordinal)
                .Replace(@"\~", "~", StringComparison.Ordinal).Replace("&amp;", "&", StringComparison.Ordinal));
            if (link.Length <= MaxLength && Uri.TryCreate(link, UriKind.Absolute, out var uri) && uri.Host.Contains('.') && !links.Contains(link))
            {
                links.Add(link);
            }
        }

        return links;
    }

    internal static bool MentionsOtherArxiv(string text) => ArxivMention().Count(text) != 1;

    private static string Trim(string link)
    {
        var cut = link.IndexOf('\\');
        var end = cut < 0 ? link.Length : cut;
        while (end > 0 && (".,;:!?'\"*_”’`".Contains(link[end - 1]) || IsUnopened(link.AsSpan(0, end))))
        {
            end--;
        }

        return link[..end];
    }

    private static bool IsUnopened(ReadOnlySpan<char> link)
    {
        var open = link[^1] switch { ')' => '(', ']' => '[', _ => '\0' };
        return open != '\0' && link.Count(link[^1]) > link.Count(open);
    }

    [GeneratedRegex(@"https?://[^\s<>{}""|^`“”\u0000-\u001F\u007F-\u009F\u200B-\u200F\u202A-\u202E\u2060-\u206F]+", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Address();

    [GeneratedRegex(@"(arxiv:\s*|arxiv\.org/\w+/)[a-z\-.]*/?\d", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex ArxivMention();
}
