using System.Globalization;
using PaperChat.Answering;
using PaperChat.Chat.Desk;
using PaperChat.Comparison;
using PaperChat.Hosting;

namespace PaperChat.Chat.Console.Rendering;

/// <summary>The parts of a comparison in words, each safe to print on a line.</summary>
internal static class ComparisonText
{
    private const int LongestHead = 60;

    /// <summary>The name of a column: the method where the title names one, else the title.</summary>
    public static string Head(ComparedPaper paper)
    {
        var name = MethodName.Of(paper.Paper) ?? PaperText.Title(paper.Paper);
        return $"{PaperLines.Key(paper.Key)} {(name.Length > LongestHead ? name[..LongestHead].TrimEnd() + "…" : name)}";
    }

    /// <summary>The statements of a cell, one a line; a sentence of the paper stands in quotation marks.</summary>
    public static IReadOnlyList<string> Lines(ComparisonCell cell) => cell.Statements.Count == 0 ? [ComparisonCell.NotStated]
        : cell.Aspect == ComparisonAspect.Data && cell.Statements.All(s => s.Text.Length < 60) ? [string.Join(", ", cell.Statements.Select(s => TerminalText.Line(s.Text)))]
        : [.. cell.Statements.Select(Statement)];

    /// <summary>"accuracy on ImageNet (higher is better)".</summary>
    public static string Head(FigureGroup group)
    {
        var better = group.HigherIsBetter switch { true => " (higher is better)", false => " (lower is better)", null => "" };
        var change = group.Figures[0].Figure.IsChange ? "change of " : "";
        return change + TerminalText.Line(group.Metric) + (group.DataSet is { } set ? $" on {TerminalText.Line(set)}" : "") + better;
    }

    /// <summary>"15.8", "91.3%", "GPT-4o 3.92".</summary>
    public static string Value(ComparedFigure figure, string? own)
    {
        var text = figure.Figure.ValueSpan.Of(figure.Quote.Text);
        var unit = figure.Figure.Unit is "%" or "×" or "" ? figure.Figure.Unit : " " + figure.Figure.Unit;
        return TerminalText.Line(figure.Method is { } method && method != own && figure.Figure.Method is not null ? $"{method} {text}{unit}" : text + unit);
    }

    public static string Count(int number, string thing) => string.Create(CultureInfo.InvariantCulture, $"{number} {thing}{(number == 1 ? "" : "s")}");

    private static string Statement(ComparisonStatement statement)
    {
        var text = TerminalText.Line(statement.Text).Trim() + (statement.IsCut ? " …" : "");
        return statement.Verdict == SentenceVerdict.Verbatim ? $"\"{text}\"" : text;
    }
}
