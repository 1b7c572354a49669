using System.Text.RegularExpressions;

namespace PaperChat.Review;

/// <summary>Cuts Markdown into paragraphs, list items and rows of tables, and leaves out what makes no claims.</summary>
internal static partial class MarkdownBlocks
{
    public static IEnumerable<Block> Of(string text)
    {
        var lines = Comment().Replace(text.ReplaceLineEndings("\n"), m => new string('\n', m.Value.Count(c => c == '\n'))).Split('\n');
        var at = SkipFrontMatter(lines);
        while (at < lines.Length)
        {
            var line = lines[at];
            if (Fence().IsMatch(line))
            {
                at = Array.FindIndex(lines, at + 1, l => Fence().IsMatch(l)) is >= 0 and var end ? end + 1 : lines.Length;
            }
            else if (Heading().Match(line) is { Success: true } heading)
            {
                if (heading.Groups["title"].Value.Trim().TrimEnd('#').Trim().Split('{')[0].Trim() is "References" or "Bibliography")
                {
                    yield break;
                }

                at++;
            }
            else if (IsRow(line))
            {
                var end = at;
                while (end < lines.Length && IsRow(lines[end]))
                {
                    end++;
                }

                foreach (var row in Rows(lines, at, end))
                {
                    yield return row;
                }

                at = end;
            }
            else if (string.IsNullOrWhiteSpace(line) || Rule().IsMatch(line))
            {
                at++;
            }
            else
            {
                var end = at + 1;
                while (end < lines.Length && !Ends(lines[end]))
                {
                    end++;
                }

                var lead = Lead().Match(line);
                lines[at] = new string(' ', lead.Length) + line[lead.Length..];
                yield return new Block(at + 1, string.Join('\n', lines[at..end]), IsTable: false, NeedsCitation: true);
                at = end;
            }
        }
    }

    private static IEnumerable<Block> Rows(string[] lines, int start, int end)
    {
        var cites = lines[start..end].Any(l => l.Contains('@'));
        for (var i = start; i < end; i++)
        {
            var isHead = i + 1 < end && Separator().IsMatch(lines[i + 1]);
            if (!isHead && !Separator().IsMatch(lines[i]))
            {
                yield return new Block(i + 1, lines[i], IsTable: true, NeedsCitation: cites);
            }
        }
    }

    private static int SkipFrontMatter(string[] lines)
    {
        var end = lines[0].TrimEnd() == "---" ? Array.FindIndex(lines, 1, l => l.TrimEnd() is "---" or "...") : -1;
        return end + 1;
    }

    private static bool IsRow(string line) => line.TrimStart().StartsWith('|');

    private static bool Ends(string line) => string.IsNullOrWhiteSpace(line) || Heading().IsMatch(line) || Item().IsMatch(line) || Fence().IsMatch(line) || IsRow(line);

    [GeneratedRegex(@"<!--.*?-->", RegexOptions.Singleline | RegexOptions.CultureInvariant)]
    private static partial Regex Comment();

    [GeneratedRegex(@"^\s*(```|~~~|:::)", RegexOptions.CultureInvariant)]
    private static partial Regex Fence();

    [GeneratedRegex(@"^#{1,6}\s+(?<title>.*)$", RegexOptions.CultureInvariant)]
    private static partial Regex Heading();

    [GeneratedRegex(@"^\s*([-*+]|\d+[.)])\s+", RegexOptions.CultureInvariant)]
    private static partial Regex Item();

    // The mark of a list or quotation, and the title of the paper that an item speaks of.
    [GeneratedRegex(@"^\s*(>\s*)*([-*+]\s+|\d+[.)]\s+)?(\*\*(?:\\.|[^*\\])+\*\*(\s*\([^()]*\))?:)?", RegexOptions.CultureInvariant)]
    private static partial Regex Lead();

    [GeneratedRegex(@"^\s*\|?\s*:?-+:?\s*(\|\s*:?-+:?\s*)*\|?\s*$", RegexOptions.CultureInvariant)]
    private static partial Regex Separator();

    [GeneratedRegex(@"^\s*([-*_]\s*){3,}$|^\s*\[[^\]]+\]:\s", RegexOptions.CultureInvariant)]
    private static partial Regex Rule();

    /// <summary>A piece of a draft, its first line counting from 1.</summary>
    internal sealed record Block(int Line, string Text, bool IsTable, bool NeedsCitation)
    {
        public int LineOf(int at) => Line + Text.AsSpan(0, Math.Min(at, Text.Length)).Count('\n');
    }
}
