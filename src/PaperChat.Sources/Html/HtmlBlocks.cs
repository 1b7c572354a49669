using System.Text;
using PaperChat.Sources.Records;

namespace PaperChat.Sources.Html;

/// <summary>The visible text of a page, block by block.</summary>
internal static class HtmlBlocks
{
    // Elements of text that go on within a line.
    private static readonly HashSet<string> Inline = new(StringComparer.Ordinal)
    {
        "a", "abbr", "b", "bdi", "bdo", "cite", "code", "em", "font", "i", "img", "kbd", "mark", "q", "s", "small", "span", "strong", "sub", "sup", "time", "tt", "u", "var", "wbr",
    };

    public static IEnumerable<HtmlBlock> Of(IEnumerable<HtmlToken> tokens)
    {
        var text = new StringBuilder();
        var (heading, address, line, hasText) = ("", "", 1, false);
        foreach (var token in tokens)
        {
            if (token.Name.Length == 0)
            {
                var blanks = token.Text.AsSpan()[..^token.Text.AsSpan().TrimStart().Length];
                line = hasText ? line : token.Line + blanks.Count('\n');
                hasText |= blanks.Length < token.Text.Length;
                text.Append(token.Text);
            }
            else if (Inline.Contains(token.Name))
            {
                address = token.Name == "a" && !token.IsEnd && token.Attributes.TryGetValue("href", out var href) ? href : address;
            }
            else
            {
                if (hasText)
                {
                    yield return new HtmlBlock(WrappedText.OneLine(text.ToString()), heading, address, line);
                }

                text.Clear();
                hasText = false;
                address = "";
                heading = token.Name is ['h', >= '1' and <= '6'] && !token.IsEnd ? token.Name : "";
            }
        }

        if (hasText)
        {
            yield return new HtmlBlock(WrappedText.OneLine(text.ToString()), heading, address, line);
        }
    }
}
