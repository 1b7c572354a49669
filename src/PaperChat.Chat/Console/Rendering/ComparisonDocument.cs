using System.Text;
using PaperChat.Bibliography;
using PaperChat.Chat.Desk;
using PaperChat.Comparison;
using PaperChat.Hosting;

namespace PaperChat.Chat.Console.Rendering;

/// <summary>
/// A comparison as a file: Markdown and LaTeX with citation keys, whose bibliography <c>paperchat cite</c> writes; HTML; CSV. Text of
/// papers is escaped, so that it never becomes markup.
/// </summary>
internal static class ComparisonDocument
{
    public static IReadOnlyList<string> Formats { get; } = ["markdown", "csv", "latex", "html"];

    public static string Write(PaperComparison comparison, string format)
    {
        var keys = CitationKeys.Of([.. comparison.Papers.Select(p => p.Paper)]);
        var rows = Rows(comparison);
        var heads = comparison.Papers.Select(p => (Title: PaperText.Title(p.Paper), Key: keys[p.Paper.Id])).ToArray();
        return format switch
        {
            "markdown" => Table(
                "| | " + string.Join(" | ", heads.Select(h => $"{Markdown(h.Title)} [@{h.Key}]")) + " |\n|---" + string.Concat(Enumerable.Repeat("|---", heads.Length)) + "|\n",
                rows, r => $"| **{r.Head}** | {string.Join(" | ", r.Cells.Select(Markdown))} |\n", ""),
            "csv" => Table(
                "aspect," + string.Join(',', heads.Select(h => Csv(h.Title))) + "\r\n", rows, r => $"{Csv(r.Head)},{string.Join(',', r.Cells.Select(Csv))}\r\n", ""),
            "latex" => Table(
                $"\\begin{{tabular}}{{p{{2.5cm}}*{{{heads.Length}}}{{p{{{13.0 / heads.Length:F1}cm}}}}}}\n\\hline\n & " + string.Join(" & ", heads.Select(h => $"{LatexText.Of(h.Title)} \\cite{{{h.Key}}}")) + " \\\\\n\\hline\n",
                rows, r => $"\\textbf{{{LatexText.Of(r.Head)}}} & {string.Join(" & ", r.Cells.Select(LatexText.Of))} \\\\\n", "\\hline\n\\end{tabular}\n"),
            _ => Table(
                "<table>\n<thead><tr><th></th>" + string.Concat(heads.Select(h => $"<th>{Html(h.Title)}</th>")) + "</tr></thead>\n<tbody>\n",
                rows, r => $"<tr><th>{Html(r.Head)}</th>{string.Concat(r.Cells.Select(c => $"<td>{Html(c)}</td>"))}</tr>\n", "</tbody>\n</table>\n"),
        };
    }

    private static string Table(string head, IEnumerable<(string Head, string[] Cells)> rows, Func<(string Head, string[] Cells), string> row, string foot) =>
        new StringBuilder(head).AppendJoin("", rows.Select(row)).Append(foot).ToString();

    private static IEnumerable<(string Head, string[] Cells)> Rows(PaperComparison comparison)
    {
        for (var row = 0; row < comparison.Aspects.Count; row++)
        {
            yield return (ComparisonAspects.Title(comparison.Aspects[row]), [.. comparison.Papers.Select(p => string.Join(' ', ComparisonText.Lines(p.Cells[row])))]);
        }

        foreach (var group in comparison.Figures)
        {
            var head = ComparisonText.Head(group) + (group.Contradicts ? " (contradictory)" : "");
            yield return (head, [.. comparison.Papers.Select(p => string.Join(", ", group.Figures.Where(f => f.Key == p.Key).Select(f => ComparisonText.Value(f, MethodName.Of(p.Paper)))))]);
        }
    }

    private static string Markdown(string text)
    {
        var escaped = new StringBuilder(text.Length);
        foreach (var c in TerminalText.Line(text))
        {
            escaped.Append(c is '\\' or '`' or '*' or '_' or '<' or '>' or '#' or '!' or '|' or '[' or ']' or '$' or '@' or '^' or '~' ? "\\" : "").Append(c);
        }

        return escaped.ToString();
    }

    // A cell that begins like a formula would be one to a spreadsheet.
    private static string Csv(string text)
    {
        var safe = text.Length > 0 && text[0] is '=' or '+' or '-' or '@' ? "'" + text : text;
        return "\"" + safe.Replace("\"", "\"\"", StringComparison.Ordinal) + "\"";
    }

    private static string Html(string text) => System.Net.WebUtility.HtmlEncode(text);
}
