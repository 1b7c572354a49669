using System.Net;
using System.Text.RegularExpressions;

namespace PaperChat.Sources.Records;

/// <summary>Plain text of a title or abstract that a service gives with tags of HTML or JATS in it. "a &lt; b" is no tag.</summary>
internal static partial class MarkupText
{
    public static string Plain(string text) => !text.AsSpan().ContainsAny('<', '&') ? text
        : WebUtility.HtmlDecode(Tag().Replace(Block().Replace(text, "\n\n"), ""));

    [GeneratedRegex(@"</?(jats:)?(p|div|br|sec|title|li|ul|ol|list|list-item)(\s[^<>]*)?/?>", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Block();

    [GeneratedRegex(@"</?[a-z][a-z0-9]*(:[a-z][a-z0-9-]*)?(\s[^<>]*)?/?>", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Tag();
}
