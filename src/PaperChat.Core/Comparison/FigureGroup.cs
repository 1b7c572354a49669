namespace PaperChat.Comparison;

/// <summary>
/// The figures of one measure on one data set (null where the sentences name none), in the order of the papers.
/// <see cref="HigherIsBetter"/> is null where it is not known, and of changes, which may be gains or cuts: their sentences say which.
/// <see cref="Contradicts"/> says that two papers give the same method different values.
/// </summary>
public sealed record FigureGroup(string Metric, string? DataSet, bool? HigherIsBetter, IReadOnlyList<ComparedFigure> Figures, bool Contradicts)
{
    /// <summary>Whether figures of several papers stand side by side.</summary>
    public bool IsShared => Figures.Select(f => f.Key).Distinct().Count() > 1;
}
