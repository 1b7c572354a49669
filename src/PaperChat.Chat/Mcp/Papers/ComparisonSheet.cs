using System.Text;
using PaperChat.Chat.Console.Rendering;
using PaperChat.Chat.Desk;
using PaperChat.Comparison;

namespace PaperChat.Chat.Mcp.Papers;

/// <summary>A comparison in words: the papers, then each aspect with a line for each paper, then the figures.</summary>
internal static class ComparisonSheet
{
    public static string Of(PaperComparison comparison)
    {
        ArgumentNullException.ThrowIfNull(comparison);
        var text = new StringBuilder();
        foreach (var paper in comparison.Papers)
        {
            text.Append(ReadableText.Entry(PaperLines.Key(paper.Key), paper.Paper)).Append('\n');
        }

        for (var row = 0; row < comparison.Aspects.Count; row++)
        {
            text.Append('\n').Append(ComparisonAspects.Title(comparison.Aspects[row])).Append('\n');
            foreach (var paper in comparison.Papers)
            {
                text.Append(PaperLines.Key(paper.Key)).Append(' ').AppendJoin(' ', ComparisonText.Lines(paper.Cells[row])).Append('\n');
            }
        }

        foreach (var group in comparison.Figures)
        {
            text.Append('\n').Append(ComparisonText.Head(group)).Append(group.Contradicts ? " (the papers contradict each other)" : "").Append('\n');
            foreach (var figure in group.Figures)
            {
                var own = comparison.Papers.First(p => p.Key == figure.Key).Paper;
                text.Append(PaperLines.Key(figure.Key)).Append(' ').Append(ComparisonText.Value(figure, MethodName.Of(own))).Append('\n');
            }
        }

        return text.Append('\n').Append(ReadableText.Notice).ToString();
    }
}
