using System.Text;
using System.Text.RegularExpressions;

namespace PaperChat.Review;

/// <summary>A paragraph of Markdown without its markup, and where in the plain text its citations stand (Pandoc's forms: <c>[@key; @other]</c> and <c>@key</c>).</summary>
internal sealed partial class InlineMarkdown
{
    private readonly StringBuilder _text = new();
    private readonly List<int> _origins = [];

    private InlineMarkdown()
    {
    }

    public string Text => _text.ToString();

    /// <summary>Keys with their places in <see cref="Text"/>, in order.</summary>
    public List<(int At, string Key)> Citations { get; } = [];

    /// <summary>The index in the source of a character of <see cref="Text"/>.</summary>
    public int OriginOf(int at) => _origins.Count == 0 ? 0 : _origins[Math.Clamp(at, 0, _origins.Count - 1)];

    public static InlineMarkdown Read(string source)
    {
        var read = new InlineMarkdown();
        var at = 0;
        while (at < source.Length)
        {
            at = read.Take(source, at);
        }

        return read;
    }

    // One piece from a place on; where the next begins.
    private int Take(string source, int at)
    {
        var c = source[at];
        if (c == '\\' && at + 1 < source.Length && !char.IsLetterOrDigit(source[at + 1]))
        {
            return Put(source[at + 1] == '\n' ? ' ' : source[at + 1], at, at + 2);
        }

        if (c is '[' or '!' or '<' or '@' or '-' && Special().Match(source, at) is { Success: true } match && match.Index == at)
        {
            return TakeSpecial(source, match);
        }

        if (c is '*' or '`' || (c == '_' && (at == 0 || at + 1 == source.Length || !char.IsLetterOrDigit(source[at - 1]) || !char.IsLetterOrDigit(source[at + 1]))))
        {
            return at + 1;
        }

        return Put(c == '\n' ? ' ' : c, at, at + 1);
    }

    private int TakeSpecial(string source, Match match)
    {
        if (match.Groups["group"].Success || match.Groups["bare"].Success)
        {
            // "It holds [@key]." is "It holds."
            var isBeforeStop = match.Groups["group"].Success && (match.Index + match.Length == source.Length || source[match.Index + match.Length] is '.' or ',' or ';' or ':' or '!' or '?');
            while (isBeforeStop && _text.Length > 0 && _text[^1] == ' ')
            {
                _text.Length--;
                _origins.RemoveAt(_origins.Count - 1);
            }

            foreach (Match key in Key().Matches(match.Value))
            {
                Citations.Add((_text.Length, key.Groups["key"].Value.TrimEnd('.', ':', '?')));
            }

            // "a, as @key shows": what follows the key is text again.
            return match.Index + match.Length - (match.Groups["bare"].Success ? match.Value.Length - match.Value.TrimEnd('.', ':', '?').Length : 0);
        }

        if (match.Groups["label"] is { Success: true } label)
        {
            for (var i = 0; i < label.Length; i++)
            {
                Put(label.Value[i], label.Index + i, 0);
            }
        }

        return match.Index + match.Length;
    }

    private int Put(char c, int origin, int next)
    {
        _text.Append(c);
        _origins.Add(origin);
        return next;
    }

    [GeneratedRegex(@"<!--.*?-->|</?[A-Za-z][^<>]*>|!\[[^\]]*\]\([^)]*\)|(?<group>\[(?:[^\[\]@\\]*[^\w\[\]@\\])?-?@[^\[\]]+\])|\[(?<label>[^\[\]]*)\]\([^)]*\)|(?<bare>(?<![\w@])-?@[\p{L}\d_][\p{L}\d_:.#$%&+?~/-]*)", RegexOptions.Singleline | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Special();

    [GeneratedRegex(@"(?<![\p{L}\d_])-?@\{?(?<key>[\p{L}\d_][\p{L}\d_:.#$%&+?~/-]*)", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Key();
}
