using PaperChat.Chat.Desk;
using PaperChat.Comparison;
using PaperChat.Hosting;
using Spectre.Console;

namespace PaperChat.Chat.Console.Rendering;

/// <summary>
/// Writes a comparison for a terminal: columns where they are wide enough to read, else the papers below each other under each aspect.
/// </summary>
internal sealed class ComparisonRenderer(IAnsiConsole console, bool quiet)
{
    private const int LeastColumn = 34;
    private const int WidestTable = 200;
    private const int Indent = 4;

    public void Write(PaperComparison comparison)
    {
        foreach (var paper in comparison.Papers)
        {
            PaperLines.Write(console, PaperLines.Key(paper.Key), paper.Paper);
        }

        var width = TextColumns.WidthOf(Math.Min(console.Profile.Width - 1, WidestTable), comparison.Papers.Count);
        var inColumns = width >= LeastColumn && console.Profile.Width <= 2 * WidestTable;
        if (inColumns)
        {
            console.WriteLine();
            TextColumns.Write(console, [.. comparison.Papers.Select(p => (string[])[ComparisonText.Head(p)])], width, _ => Palette.Citation);
        }

        for (var row = 0; row < comparison.Aspects.Count; row++)
        {
            WriteRow(comparison, row, inColumns ? width : 0);
        }

        WriteFigures(comparison);
        WriteNotes(comparison);
    }

    private void WriteRow(PaperComparison comparison, int row, int width)
    {
        console.WriteLine();
        new FlowWriter(console).Write(ComparisonAspects.Title(comparison.Aspects[row]), Palette.Title).EndLine();
        ComparisonCell[] cells = [.. comparison.Papers.Select(p => p.Cells[row])];
        Style StyleOf(int column) => cells[column].Statements.Count == 0 ? Palette.Note : Style.Plain;
        if (width > 0)
        {
            TextColumns.Write(console, [.. cells.Select(ComparisonText.Lines)], width, StyleOf);
            return;
        }

        for (var i = 0; i < cells.Length; i++)
        {
            console.Write(new Spectre.Console.Text(PaperLines.Key(comparison.Papers[i].Key).PadRight(Indent), Palette.Citation));
            var writer = new FlowWriter(console, Indent).Continue(Indent);
            foreach (var line in ComparisonText.Lines(cells[i]))
            {
                writer.Write(line, StyleOf(i)).EndLine();
            }
        }
    }

    private void WriteFigures(PaperComparison comparison)
    {
        if (comparison.Figures.Count == 0)
        {
            return;
        }

        console.WriteLine();
        new FlowWriter(console).Write("Figures", Palette.Title).EndLine();
        foreach (var group in comparison.Figures)
        {
            var writer = new FlowWriter(console, Indent).Write(ComparisonText.Head(group) + ":");
            foreach (var paper in group.Figures.GroupBy(f => f.Key))
            {
                var own = MethodOf(comparison, paper.Key);
                writer.Write($" {PaperLines.Key(paper.Key)} {string.Join(", ", paper.Select(f => ComparisonText.Value(f, own)))}");
            }

            if (group.Contradicts)
            {
                writer.Write(" (the papers contradict each other)", Palette.Warning);
            }

            writer.EndLine();
        }
    }

    private static string? MethodOf(PaperComparison comparison, int key) => MethodName.Of(comparison.Papers[key - 1].Paper);

    private void WriteNotes(PaperComparison comparison)
    {
        if (quiet)
        {
            return;
        }

        console.WriteLine();
        var how = comparison.Model is { } model
            ? $"Cells without quotation marks were written by {TerminalText.Line(model.Name)} and checked against the abstracts."
            : "Words in quotation marks are the abstracts' own.";
        new FlowWriter(console).Write(how, Palette.Note).EndLine();
        if (comparison.Dropped > 0)
        {
            new FlowWriter(console).Write($"{ComparisonText.Count(comparison.Dropped, "cell")} of the model did not hold; the abstract's own words stand there.", Palette.Warning).EndLine();
        }

        if (comparison.Failure is { } failure)
        {
            new FlowWriter(console).Write($"The model failed: {TerminalText.Line(failure)}", Palette.Warning).EndLine();
        }
    }
}
