using PaperChat.Comparison;
using PaperChat.Papers;
using PaperChat.Text;

namespace PaperChat.Review;

/// <summary>The tables of a review: the papers side by side, and the figures of one measure on one data set.</summary>
internal static class ReviewTables
{
    private const string Comparison = "Comparison";
    private const string Figures = "Agreements and disagreements";

    private const int MostFigures = 4;

    private static readonly ComparisonAspect[] Aspects = [ComparisonAspect.Data, ComparisonAspect.Code];

    public static IEnumerable<ReviewBlock> Of(IReadOnlyList<Paper> papers, SentenceBook book)
    {
        var comparison = ComparisonBuilder.Build(papers, Aspects);
        return [.. Compared(comparison, book), .. Reported(comparison, book)];
    }

    private static IEnumerable<ReviewBlock> Compared(PaperComparison comparison, SentenceBook book)
    {
        var rows = comparison.Papers.Select(p => Row(comparison, p, book)).ToArray();
        var full = rows.Where(r => r.Skip(1).Any(c => c.Statements.Count > 0)).ToArray();
        yield return new ReviewBlock.Heading(2, Comparison);
        yield return new ReviewBlock.Note(full.Length == 0
            ? "No abstract of these papers names data sets, figures or code."
            : $"Data sets, figures and code as the abstracts name them; an empty cell is not stated in the abstract. \"By\" stands before a gain or loss.{(full.Length < rows.Length ? FormattableString.Invariant($" {rows.Length - full.Length} of the papers state none of this and are left out.") : "")}");
        if (full.Length > 0)
        {
            yield return new ReviewBlock.Table(["Paper", "Data sets and benchmarks", "Figures", "Code"], full);
        }
    }

    private static IReadOnlyList<ReviewCell> Row(PaperComparison comparison, ComparedPaper paper, SentenceBook book) =>
    [
        new ReviewCell(Name(paper.Paper), paper.Paper.Id),
        Cell(paper, 0, book, s => s.Text.Length <= ReviewText.LongestName && !s.Text.EndsWith('.')),
        new ReviewCell("")
        {
            Statements =
            [
                .. comparison.Figures.SelectMany(g => g.Figures).Where(f => f.Key == paper.Key).DistinctBy(f => (f.Quote.Start, f.Figure.ValueSpan.Start))
                    .OrderBy(f => f.Quote.Start + f.Figure.ValueSpan.Start).Take(MostFigures).Select(f => book.Cell(Comparison, paper.Paper, Statement(f))),
            ],
        },
        Cell(paper, 1, book, _ => true),
    ];

    private static ReviewCell Cell(ComparedPaper paper, int column, SentenceBook book, Func<ComparisonStatement, bool> isWanted) =>
        new("") { Statements = [.. paper.Cells[column].Statements.Where(isWanted).Select(s => book.Cell(Comparison, paper.Paper, s))] };

    // Made of words of the sentence that is quoted behind it.
    private static ComparisonStatement Statement(ComparedFigure figure)
    {
        var data = figure.Figure.DataSets.Count == 0 ? "" : $" ({string.Join(", ", figure.Figure.DataSets.Select(d => TextCleaner.Clean(d.Of(figure.Quote.Text)).Text))})";
        var method = figure.Figure.Method is { } named ? TextCleaner.Clean(named.Of(figure.Quote.Text)).Text + ": " : "";
        var measure = TextCleaner.Clean(figure.Figure.Metric).Text;
        // "5.7× faster", as the sentence says it.
        var text = measure is "faster" or "slower"
            ? $"{method}{Value(figure)} {measure}{data}"
            : $"{method}{measure} {(figure.Figure.IsChange ? "by " : "")}{Value(figure)}{data}";
        return new ComparisonStatement(text, figure.Quote, Answering.SentenceVerdict.Supported);
    }

    private static IEnumerable<ReviewBlock> Reported(PaperComparison comparison, SentenceBook book)
    {
        var shared = comparison.Figures.Where(g => g is { IsShared: true, DataSet: not null }).ToArray();
        var contradictions = shared.Count(g => g.Contradicts);
        yield return new ReviewBlock.Heading(2, Figures);
        yield return new ReviewBlock.Note(shared.Length == 0
            ? "No two of these abstracts report a figure for the same data set and measure: neither agreement nor contradiction in figures was found. The full papers may hold some."
            : $"Figures of the same measure on the same data set, as the abstracts report them; settings may differ. ↑ marks measures of which more is better, ↓ those of which less is. {Contradictions(contradictions)}");
        if (shared.Length > 0)
        {
            yield return new ReviewBlock.Table(["Paper", "Measure", "Figure", "In its words"], [.. shared.SelectMany(g => g.Figures.Select(f => Row(comparison, g, f, book)))]);
        }
    }

    private static IReadOnlyList<ReviewCell> Row(PaperComparison comparison, FigureGroup group, ComparedFigure figure, SentenceBook book)
    {
        var paper = comparison.Papers[figure.Key - 1].Paper;
        var better = group.HigherIsBetter switch { true => " ↑", false => " ↓", null => "" };
        var statement = new ComparisonStatement(TextCleaner.Clean(figure.Quote.Text).Text, figure.Quote, Answering.SentenceVerdict.Verbatim);
        var value = (figure.Figure.IsChange ? "by " : "") + Value(figure);
        return
        [
            new ReviewCell(Name(paper), paper.Id),
            new ReviewCell($"{TextCleaner.Clean(figure.Figure.Metric).Text} on {group.DataSet}{better}{(group.Contradicts ? " ≠" : "")}"),
            new ReviewCell(figure.Method is { } method ? $"{TextCleaner.Clean(method).Text}: {value}" : value),
            new ReviewCell("") { Statements = [book.Cell(Figures, paper, statement)] },
        ];
    }

    private static string Value(ComparedFigure figure) =>
        figure.Figure.ValueSpan.Of(figure.Quote.Text) + (figure.Figure.Unit is "%" or "×" or "" ? figure.Figure.Unit : " " + figure.Figure.Unit);

    private static string Contradictions(int count) => count switch
    {
        0 => "No two of them give the same method different values.",
        1 => "In one case, marked ≠, papers give the same method different values.",
        _ => FormattableString.Invariant($"In {count} cases, marked ≠, papers give the same method different values."),
    };

    private static string Name(Paper paper)
    {
        var title = TextCleaner.Clean(paper.Title).Text;
        var colon = title.IndexOf(':', StringComparison.Ordinal);
        return colon is > 1 and <= 30 && title[..colon].Count(c => c == ' ') < 3 ? title[..colon] : title;
    }
}
