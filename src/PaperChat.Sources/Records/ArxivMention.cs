using System.Text.RegularExpressions;

namespace PaperChat.Sources.Records;

/// <summary>Finds the arXiv id that a reference gives in a field meant for something else: "arXiv preprint arXiv:2401.00001 [cs.CL]".</summary>
internal static partial class ArxivMention
{
    public static string? In(string? text) => text is not null && Mention().Match(text) is { Success: true } match ? match.Groups["id"].Value : null;

    [GeneratedRegex(@"arxiv:\s*(?<id>[0-9]{4}\.[0-9]{4,5}|[a-z\-]+(\.[A-Z]{2})?/[0-9]{7})", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Mention();
}
