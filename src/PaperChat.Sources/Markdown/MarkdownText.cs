using System.Text.RegularExpressions;
using PaperChat.Sources.Records;

namespace PaperChat.Sources.Markdown;

/// <summary>Inline Markdown (https://spec.commonmark.org/0.31.2/#inlines): links, emphasis, code, escapes.</summary>
internal static partial class MarkdownText
{
    public static IReadOnlyList<MarkdownLink> Links(string text) =>
    [
        .. Link().Matches(Image().Replace(text, "")).Select(m => new MarkdownLink(Plain(m.Groups["label"].Value), m.Groups["address"].Value)),
        .. Bare().Matches(Link().Replace(Image().Replace(text, ""), "")).Select(m => new MarkdownLink("", m.Groups["address"].Value.TrimEnd('.', ',', ')', ';', ']'))),
    ];

    /// <summary>Without images, and of links the label only.</summary>
    public static string Plain(string text)
    {
        var plain = Link().Replace(Image().Replace(text, ""), m => m.Groups["label"].Value);
        plain = Html().Replace(plain, " ");
        plain = Strong().Replace(plain, "${inside}");
        plain = Emphasis().Replace(plain, "${inside}");
        return WrappedText.OneLine(Escape().Replace(plain, "${sign}"));
    }

    /// <summary>A line as it would be without any link.</summary>
    public static string WithoutLinks(string text) => Plain(Bare().Replace(Link().Replace(Image().Replace(text, ""), ""), ""));

    /// <summary>What stands in bold first; null without it.</summary>
    public static string? Bold(string text) => Strong().Match(text) is { Success: true } match ? Plain(match.Groups["inside"].Value) : null;

    [GeneratedRegex(@"!\[[^\[\]]*\]\([^()\s]*(\s+""[^""]*"")?\)|<img\b[^<>]*>", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Image();

    [GeneratedRegex(@"\[(?<label>(?:[^\[\]\n]|\[[^\[\]\n]*\]){1,1000})\]\(\s*<?(?<address>[^\s<>()]{1,2000}(\([^\s()]*\)[^\s<>()]*)?)>?(\s+""[^""\n]*"")?\s*\)")]
    private static partial Regex Link();

    [GeneratedRegex(@"(?<address>https?://[^\s<>|]{1,2000})")]
    private static partial Regex Bare();

    [GeneratedRegex(@"\*\*(?<inside>[^*\n]{1,2000})\*\*|__(?<inside>[^_\n]{1,2000})__|<(b|strong)>(?<inside>[^<>]{1,2000})</(b|strong)>")]
    private static partial Regex Strong();

    [GeneratedRegex(@"(?<![\w*])\*(?<inside>[^*\s][^*\n]{0,2000})\*(?![\w*])|(?<![\w_])_(?<inside>[^_\s][^_\n]{0,2000})_(?![\w_])|`(?<inside>[^`\n]{1,2000})`")]
    private static partial Regex Emphasis();

    [GeneratedRegex(@"</?[a-zA-Z][^<>\n]{0,500}>")]
    private static partial Regex Html();

    [GeneratedRegex(@"\\(?<sign>[!-/:-@\[-`{-~])")]
    private static partial Regex Escape();
}
