using PaperChat.Papers;

namespace PaperChat.Comparison;

/// <summary>Compares papers in their own words: every cell quotes the abstract or says that it does not state this.</summary>
public static class ComparisonBuilder
{
    /// <param name="papers">In the order of the columns; their keys count from 1.</param>
    /// <param name="aspects">The rows; all of them when empty.</param>
    public static PaperComparison Build(IReadOnlyList<Paper> papers, IReadOnlyList<ComparisonAspect> aspects)
    {
        ArgumentNullException.ThrowIfNull(papers);
        ArgumentNullException.ThrowIfNull(aspects);
        var rows = aspects.Count == 0 ? ComparisonAspects.All : aspects;
        return new PaperComparison(
            rows,
            [.. papers.Select((p, i) => new ComparedPaper(i + 1, p, PaperAspects.Of(p, rows)))],
            FigureTable.Of(papers));
    }
}
