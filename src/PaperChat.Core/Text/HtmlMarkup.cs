using System.Collections.Frozen;
using System.Net;

namespace PaperChat.Text;

/// <summary>The few pieces of HTML and JATS that stand in abstracts.</summary>
internal static class HtmlMarkup
{
    private const int MaxEntity = 12;
    private const int MaxTag = 200;
    private const int MaxPair = 2000;

    private static readonly FrozenSet<string> Inline =
        FrozenSet.Create(StringComparer.OrdinalIgnoreCase, "i", "b", "em", "strong", "sup", "sub", "span", "u", "tt", "a", "italic", "bold", "sc", "small");

    private static readonly FrozenSet<string> Blocks =
        FrozenSet.Create(StringComparer.OrdinalIgnoreCase, "p", "br", "div", "ul", "ol", "li", "h1", "h2", "h3", "h4", "sec");

    /// <summary>The length of the entity at <paramref name="at"/> and its text; 0 when there is none.</summary>
    public static int Entity(string text, int at, out string decoded)
    {
        decoded = "";
        var length = text.AsSpan(at, Math.Min(MaxEntity, text.Length - at)).IndexOf(';') + 1;
        if (length < 3)
        {
            return 0;
        }

        var entity = text.Substring(at, length);
        decoded = WebUtility.HtmlDecode(entity);
        return decoded == entity ? 0 : length;
    }

    /// <summary>
    /// The length of the tag at <paramref name="at"/>; 0 when there is none. Only known tags count, and inline ones only in pairs,
    /// so that placeholders such as <c>&lt;s&gt;</c> or <c>&lt;image&gt;</c> stay.
    /// </summary>
    public static int Tag(string text, int at, out TagKind kind)
    {
        kind = TagKind.Closing;
        var end = text.AsSpan(at, Math.Min(MaxTag, text.Length - at)).IndexOf('>');
        if (end < 2)
        {
            return 0;
        }

        var closing = text[at + 1] == '/';
        var name = NameOf(text.AsSpan(at + (closing ? 2 : 1), end - (closing ? 2 : 1)));
        var jats = name.StartsWith("jats:", StringComparison.Ordinal);
        var plain = jats ? name[5..] : name;
        if (Blocks.Contains(plain) || (jats && plain == "title"))
        {
            kind = TagKind.Block;
            return end + 1;
        }

        if (!jats && !Inline.Contains(plain))
        {
            return 0;
        }

        if (closing)
        {
            return end + 1;
        }

        if (!text.AsSpan(at, Math.Min(MaxPair, text.Length - at)).Contains($"</{name}>", StringComparison.OrdinalIgnoreCase))
        {
            return 0;
        }

        kind = plain == "sup" && IsPower(text, at + end + 1) ? TagKind.Raised : TagKind.Opening;
        return end + 1;
    }

    // 10<sup>5</sup> is not 105; but 1<sup>st</sup> is 1st.
    private static bool IsPower(string text, int at) => at < text.Length && (char.IsAsciiDigit(text[at]) || text[at] is '-' or '+' or '−');

    private static string NameOf(ReadOnlySpan<char> inside)
    {
        var length = 0;
        while (length < inside.Length && (char.IsAsciiLetterOrDigit(inside[length]) || inside[length] == ':'))
        {
            length++;
        }

        return length == inside.Length || inside[length] is ' ' or '/' ? inside[..length].ToString() : "";
    }
}
