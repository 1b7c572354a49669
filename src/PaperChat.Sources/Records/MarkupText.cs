using System.Net;
using System.Text.RegularExpressions;

namespace PaperChat.Sources.Records;

/// <summary>
/// Plain text of a title or abstract that a service gives with tags of HTML, JATS, MathML or CSL in it. Only tags that such texts have are
/// taken away: "a &lt; b" and "List&lt;int&gt;" stay. A raised number keeps its meaning: 10&lt;sup&gt;5&lt;/sup&gt; becomes 10^5.
/// </summary>
internal static partial class MarkupText
{
    public static string Plain(string text) => !text.AsSpan().ContainsAny('<', '&') ? text
        : WebUtility.HtmlDecode(Tag().Replace(Block().Replace(Power().Replace(text, "^${power}"), "\n\n"), ""));

    [GeneratedRegex(@"(?<=\d|(?<!\p{L})\p{L}{1,3})<(jats:)?sup>\s*(?<power>[+\-−–]?\d{1,3})\s*</(jats:)?sup>", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Power();

    [GeneratedRegex(@"</?(jats:)?(p|div|br|sec|title|li|ul|ol|list|list-item)(\s[^<>]*)?/?>", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Block();

    [GeneratedRegex(@"</?((jats|mml|m|ce):[a-z][a-z0-9-]*|a|abbr|annotation|b|big|bold|cite|code|disp-formula|em|email|ext-link|font|h[1-6]|i|img|inline-formula|inline-graphic|italic|label|math|mfrac|mi|mn|mo|monospace|mover|mrow|mspace|msqrt|mstyle|msub|msubsup|msup|mtext|munder|named-content|q|roman|s|sc|scp|semantics|small|span|strong|styled-content|sub|sup|tex-math|tt|u|underline|uri|xref)(\s+[a-z:-]+\s*=\s*(""[^""<>]*""|'[^'<>]*'))*\s*/?>", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Tag();
}
