using PaperChat.Comparison;
using PaperChat.Papers;
using PaperChat.Text;

namespace PaperChat.Review;

/// <summary>The tables of a review: the papers side by side, and the figures of one measure on one data set.</summary>
internal static class ReviewTables
{
    private const string Comparison = "Comparison";
    private const string Figures = "Agreements and disagreements";

    private static readonly ComparisonAspect[] Aspects = [ComparisonAspect.Data, ComparisonAspect.Cost, ComparisonAspect.Limits, ComparisonAspect.Code];

    public static IEnumerable<ReviewBlock> Of(IReadOnlyList<Paper> papers, SentenceBook book)
    {
        var comparison = ComparisonBuilder.Build(papers, Aspects);
        return [.. Compared(comparison, book), .. Reported(comparison, book)];
    }

    private static IEnumerable<ReviewBlock> Compared(PaperComparison comparison, SentenceBook book)
    {
        var columns = Enumerable.Range(0, Aspects.Length).Where(a => comparison.Papers.Any(p => p.Cells[a].Statements.Count > 0)).ToArray();
        var rows = comparison.Papers.Where(p => p.Cells.Any(c => c.Statements.Count > 0)).ToArray();
        yield return new ReviewBlock.Heading(2, Comparison);
        yield return new ReviewBlock.Note(rows.Length == 0
            ? "No abstract of these papers names data sets, cost, limits or code."
            : $"What the abstracts say, in their words; an empty cell is not stated in the abstract.{(rows.Length < comparison.Papers.Count ? FormattableString.Invariant($" {comparison.Papers.Count - rows.Length} of the papers state none of this and are left out.") : "")}");
        if (rows.Length > 0)
        {
            yield return new ReviewBlock.Table(
                ["Paper", .. columns.Select(c => ComparisonAspects.Title(Aspects[c]))],
                [.. rows.Select(p => (IReadOnlyList<ReviewCell>)[new ReviewCell(Name(p.Paper), p.Paper.Id), .. columns.Select(c => Cell(p, c, book))])]);
        }
    }

    private static ReviewCell Cell(ComparedPaper paper, int column, SentenceBook book) =>
        new("") { Statements = [.. paper.Cells[column].Statements.Select(s => book.Cell(Comparison, paper.Paper, s))] };

    private static IEnumerable<ReviewBlock> Reported(PaperComparison comparison, SentenceBook book)
    {
        var shared = comparison.Figures.Where(g => g is { IsShared: true, DataSet: not null }).ToArray();
        var contradictions = shared.Count(g => g.Contradicts);
        yield return new ReviewBlock.Heading(2, Figures);
        yield return new ReviewBlock.Note(shared.Length == 0
            ? "No two of these abstracts report a figure for the same data set and measure: neither agreement nor contradiction in figures was found. The full papers may hold some."
            : $"Figures of the same measure on the same data set, as the abstracts report them; settings may differ. {Contradictions(contradictions)}");
        if (shared.Length > 0)
        {
            yield return new ReviewBlock.Table(["Measure", "Paper", "Figure", "In its words"], [.. shared.SelectMany(g => g.Figures.Select(f => Row(comparison, g, f, book)))]);
        }
    }

    private static IReadOnlyList<ReviewCell> Row(PaperComparison comparison, FigureGroup group, ComparedFigure figure, SentenceBook book)
    {
        var paper = comparison.Papers[figure.Key - 1].Paper;
        var value = figure.Figure.ValueSpan.Of(figure.Quote.Text) + (figure.Figure.Unit is "%" or "×" or "" ? figure.Figure.Unit : " " + figure.Figure.Unit);
        var better = group.HigherIsBetter switch { true => "higher is better", false => "lower is better", null => "direction not known" };
        var statement = new ComparisonStatement(TextCleaner.Clean(figure.Quote.Text).Text, figure.Quote, Answering.SentenceVerdict.Verbatim);
        return
        [
            new ReviewCell($"{TextCleaner.Clean(group.Metric).Text} on {group.DataSet} ({better}){(group.Contradicts ? ", contradictory" : "")}"),
            new ReviewCell(Name(paper), paper.Id),
            new ReviewCell(figure.Method is { } method ? $"{TextCleaner.Clean(method).Text}: {value}" : value),
            new ReviewCell("") { Statements = [book.Cell(Figures, paper, statement)] },
        ];
    }

    private static string Contradictions(int count) => count switch
    {
        0 => "No two of them give the same method different values.",
        1 => "In one case papers give the same method different values.",
        _ => FormattableString.Invariant($"In {count} cases papers give the same method different values."),
    };

    private static string Name(Paper paper)
    {
        var title = TextCleaner.Clean(paper.Title).Text;
        var colon = title.IndexOf(':', StringComparison.Ordinal);
        return colon is > 1 and <= 30 && title[..colon].Count(c => c == ' ') < 3 ? title[..colon] : title;
    }
}
