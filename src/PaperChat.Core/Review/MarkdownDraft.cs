using System.Text.RegularExpressions;
using PaperChat.Text;

namespace PaperChat.Review;

/// <summary>
/// Reads the sentences of a draft in Markdown with the keys that they cite. A citation belongs to the sentence it stands in or behind.
/// Headings, drawings, code, comments, the references and notes (paragraphs all in emphasis) make no claims.
/// </summary>
internal static partial class MarkdownDraft
{
    public static IReadOnlyList<DraftClaim> Read(string text)
    {
        var claims = new List<DraftClaim>();
        foreach (var block in MarkdownBlocks.Of(text))
        {
            claims.AddRange(block.IsTable ? Cells(block) : Sentences(block));
        }

        return claims;
    }

    private static IEnumerable<DraftClaim> Sentences(MarkdownBlocks.Block block)
    {
        var inline = InlineMarkdown.Read(block.Text);
        if (inline.Citations.Count == 0 && Note().IsMatch(block.Text))
        {
            yield break;
        }

        var units = Units(inline);
        for (var i = 0; i < units.Count; i++)
        {
            var unit = units[i];
            var next = i + 1 < units.Count ? units[i + 1].Start : int.MaxValue;
            string[] keys = [.. inline.Citations.Where(c => (c.At > unit.Start || i == 0) && c.At <= next).Select(c => c.Key).Distinct(StringComparer.Ordinal)];
            var shown = unit.Of(inline.Text).Trim();
            if (shown.Any(char.IsLetter))
            {
                yield return new DraftClaim(block.LineOf(inline.OriginOf(unit.Start)), Unquoted(shown), keys, IsQuoted(shown), IsCell: false);
            }
        }
    }

    private static IEnumerable<DraftClaim> Cells(MarkdownBlocks.Block block)
    {
        var cells = Bar().Split(block.Text.Trim().Trim('|')).Select(InlineMarkdown.Read).ToArray();
        string[] keys = [.. cells.SelectMany(c => c.Citations).Select(c => c.Key).Distinct(StringComparer.Ordinal)];
        foreach (var cell in keys.Length == 0 && !block.NeedsCitation ? [] : cells)
        {
            // Names stand between semicolons, sentences in quotation marks.
            foreach (var unit in Units(cell).SelectMany(u => IsQuoted(u.Of(cell.Text).Trim()) ? [u.Of(cell.Text)] : cell.Text.Substring(u.Start, u.Length).Split(';')))
            {
                var shown = unit.Trim(' ', ';');
                if (shown.Any(char.IsLetterOrDigit))
                {
                    yield return new DraftClaim(block.Line, Unquoted(shown), keys, IsQuoted(shown), IsCell: true);
                }
            }
        }
    }

    // Sentences, and quotations of whole sentences, which may hold what looks like the end of one.
    private static List<TextSpan> Units(InlineMarkdown inline)
    {
        var text = inline.Text;
        var units = new List<TextSpan>();
        var from = 0;
        for (var at = 0; at < text.Length; at++)
        {
            if (text[at] == '“' && IsStart(text, from, at) && EndOfQuotation(text, at) is { } end && (".!?…".Contains(text[end - 1], StringComparison.Ordinal) || inline.Citations.Exists(c => c.At > end && c.At <= end + 2)))
            {
                Split(text, from, at, units);
                units.Add(new TextSpan(at, end + 1 - at));
                (from, at) = (end + 1, end);
            }
        }

        Split(text, from, text.Length, units);
        return units;
    }

    private static bool IsStart(string text, int from, int at)
    {
        var before = text.AsSpan(from, at - from).TrimEnd();
        return before.Length == 0 || before[^1] is '.' or '!' or '?' or ':' or ';' or '”';
    }

    private static int? EndOfQuotation(string text, int start)
    {
        var depth = 0;
        for (var i = start; i < text.Length; i++)
        {
            depth += text[i] switch { '“' => 1, '”' => -1, _ => 0 };
            if (depth == 0)
            {
                return i;
            }
        }

        return null;
    }

    private static void Split(string text, int from, int to, List<TextSpan> units)
    {
        if (to > from && text.AsSpan(from, to - from).IndexOfAnyExcept(" .;,") >= 0)
        {
            units.AddRange(SentenceSplitter.Split(text[from..to]).Select(s => new TextSpan(from + s.Start, s.Length)));
        }
    }

    private static bool IsQuoted(string text) => text.Length > 1 && text[0] == '“' && text[^1] == '”';

    private static string Unquoted(string text) => IsQuoted(text) ? text[1..^1].Trim() : text;

    [GeneratedRegex(@"^\s*(\*(?!\*)[^*]+(?:\\\*[^*]*)*\*|_(?!_)[\s\S]+_)\s*$", RegexOptions.CultureInvariant)]
    private static partial Regex Note();

    [GeneratedRegex(@"(?<!\\)\|", RegexOptions.CultureInvariant)]
    private static partial Regex Bar();
}
