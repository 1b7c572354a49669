using System.Text;
using System.Text.RegularExpressions;

namespace PaperChat.Hosting.Teams;

/// <summary>Text of papers and users as Markdown that shows just this text: nothing in it becomes markup, a link or a tag.</summary>
internal static partial class TeamsMarkdown
{
    /// <summary>One line of plain text. Keys such as [1] stay as they are: Teams makes citations of those that the message
    /// names. One before a parenthesis or a colon would make a link or say where one leads, and is none.</summary>
    public static string Escape(string text)
    {
        var line = TerminalText.Line(text);
        var escaped = new StringBuilder(line.Length + 8);
        var keys = KeyPattern().Matches(line).ToDictionary(m => m.Index, m => m.Length);
        for (var i = 0; i < line.Length; i++)
        {
            if (keys.TryGetValue(i, out var length))
            {
                escaped.Append(line, i, length);
                i += length - 1;
                continue;
            }

            escaped.Append(line[i] switch
            {
                '<' => "&lt;",
                '>' => "&gt;",
                '&' => "&amp;",
                '\\' or '`' or '*' or '_' or '[' or ']' or '|' or '~' or '#' => "\\" + line[i],
                '-' or '+' when i == 0 => "\\" + line[i],
                '.' or ')' when i > 0 && IsNumber(line.AsSpan(0, i)) => "\\" + line[i],
                _ => line[i].ToString(),
            });
        }

        return escaped.ToString();
    }

    /// <summary>Plain text of several lines, each a line of its own; indents are left out, which Markdown takes for code.</summary>
    public static string Lines(string text) => string.Join(
        "\n", TerminalText.Block(text).Trim().Split('\n').Select(l => l.Trim()).Select(l => l.Length == 0 ? "" : Escape(l) + "  "));

    /// <summary>The settled text of an answer: its line breaks are kept, its dashes at the begin of a line make a list.</summary>
    public static string Answer(string text) => string.Join(
        "\n", TerminalText.Block(text).Split('\n').Select(l => l.StartsWith("- ", StringComparison.Ordinal) ? "- " + Escape(l[2..]) : Escape(l) + (l.Length > 0 ? "  " : ""))).TrimEnd();

    public static string Link(string text, string? address) =>
        address is null ? Escape(text) : $"[{Escape(text)}]({address.Replace("(", "%28", StringComparison.Ordinal).Replace(")", "%29", StringComparison.Ordinal)})";

    /// <summary>Text between fences that it cannot end.</summary>
    public static string Fenced(string text)
    {
        var fence = new string('`', Math.Max(3, FencePattern().Matches(text).Select(m => m.Length).DefaultIfEmpty().Max() + 1));
        return $"{fence}\n{TerminalText.Block(text).Trim('\n')}\n{fence}";
    }

    private static bool IsNumber(ReadOnlySpan<char> text) => text.Length < 10 && !text.ContainsAnyExceptInRange('0', '9');

    [GeneratedRegex(@"\[[0-9]{1,3}\](?![(:])")]
    private static partial Regex KeyPattern();

    [GeneratedRegex("`{3,}")]
    private static partial Regex FencePattern();
}
