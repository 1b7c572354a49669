using System.Text;
using System.Text.RegularExpressions;
using PaperChat.Papers;

namespace PaperChat.Sources.Documents;

/// <summary>
/// Makes paragraphs of the lines of pages: words that were parted at a line's end are put together, numbers of pages and lines that head or
/// foot many pages are left out, and a paragraph that goes on in lower case on the next page is one.
/// </summary>
internal static partial class PageText
{
    // A line that is much shorter than the others ends a paragraph.
    private const double FullLine = 0.75;
    private const int RunningFrom = 3;

    public static IReadOnlyList<DocumentParagraph> Paragraphs(IReadOnlyList<string> pages)
    {
        var lines = pages.Select(p => p.ReplaceLineEndings("\n").Split('\n').Select(l => l.Trim()).ToArray()).ToArray();
        var running = Running(lines);
        var paragraphs = new List<DocumentParagraph>();
        var open = new List<(string Line, int Page)>();
        for (var page = 0; page < lines.Length; page++)
        {
            var kept = Body(lines[page], running);
            var usual = UsualLength(kept);
            if (open.Count > 0 && !(kept.Count > 0 && char.IsLower(kept[0][0]) && !EndsSentence(open[^1].Line[^1])))
            {
                Close(paragraphs, open);
            }

            foreach (var (i, line) in kept.Index())
            {
                var isHeading = DocumentHeadings.IsOne(line);
                if (line.Length == 0 || isHeading)
                {
                    Close(paragraphs, open);
                }

                if (line.Length == 0)
                {
                    continue;
                }

                open.Add((line, page + 1));
                if (isHeading || EndsParagraph(line, i + 1 < kept.Count ? kept[i + 1] : "", usual))
                {
                    Close(paragraphs, open);
                }
            }

        }

        Close(paragraphs, open);
        return paragraphs;
    }

    private static void Close(List<DocumentParagraph> paragraphs, List<(string Line, int Page)> open)
    {
        if (open.Count > 0)
        {
            paragraphs.Add(new DocumentParagraph(Joined(open), [.. open.Select(l => l.Line)], open[0].Page));
            open.Clear();
        }
    }

    // A page ends where its last word does, also one that was parted there.
    private static string Joined(List<(string Line, int Page)> lines)
    {
        var text = new StringBuilder(lines[0].Line);
        var page = lines[0].Page;
        foreach (var (line, at) in lines.Skip(1))
        {
            if (text.Length > 1 && text[^1] == '-' && char.IsLetter(text[^2]) && char.IsLower(line[0]))
            {
                text.Length -= EndsWithPartedWord(text) ? 1 : 0;
            }
            else
            {
                text.Append(at > page ? Paper.PageBreak : ' ');
                page = at > page ? page + 1 : page;
            }

            text.Append(line);
        }

        return text.Append(Paper.PageBreak, lines[^1].Page - page).ToString();
    }

    // "opti-" and "mization" are one word; of "state-of-the-" and "art" the hyphen stays.
    private static bool EndsWithPartedWord(StringBuilder text)
    {
        for (var at = text.Length - 2; at >= 0 && !char.IsWhiteSpace(text[at]); at--)
        {
            if (text[at] == '-')
            {
                return false;
            }
        }

        return true;
    }

    private static bool EndsParagraph(string line, string next, int usual) =>
        line.Length < FullLine * usual && EndsSentence(line[^1]) && next.Length > 0 && !char.IsLower(next[0]);

    private static bool EndsSentence(char last) => last is '.' or '!' or '?' or '"' or '”';

    private static int UsualLength(IReadOnlyList<string> lines)
    {
        var lengths = lines.Where(l => l.Length > 0).Select(l => l.Length).Order().ToArray();
        return lengths.Length == 0 ? 0 : lengths[lengths.Length * 2 / 3];
    }

    private static List<string> Body(string[] lines, HashSet<string> running)
    {
        var edges = Edges(lines);
        var kept = lines.Select((line, i) => edges.Contains(i) && (PageNumber().IsMatch(line) || running.Contains(Shape(line))) ? "" : line).ToList();
        var first = kept.FindIndex(l => l.Length > 0);
        return first < 0 ? [] : kept[first..(kept.FindLastIndex(l => l.Length > 0) + 1)];
    }

    // Lines that stand at the top or the foot of several pages, but for their numbers.
    private static HashSet<string> Running(string[][] pages) => pages.Length < RunningFrom ? [] : pages
        .SelectMany(lines => Edges(lines).Select(i => Shape(lines[i])).Distinct())
        .CountBy(shape => shape).Where(s => s.Value >= RunningFrom).Select(s => s.Key).ToHashSet(StringComparer.Ordinal);

    // The first two and the last two lines that hold something.
    private static HashSet<int> Edges(string[] lines)
    {
        var held = lines.Index().Where(l => l.Item.Length > 0).Select(l => l.Index).ToArray();
        return [.. held.Take(2), .. held.TakeLast(2)];
    }

    private static string Shape(string line) => Digits().Replace(line, "0");

    [GeneratedRegex(@"^(page\s+)?[-–—\s]*\d{1,4}[-–—\s]*(of\s+\d{1,4}|/\s*\d{1,4})?$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex PageNumber();

    [GeneratedRegex(@"\d+", RegexOptions.CultureInvariant)]
    private static partial Regex Digits();
}
