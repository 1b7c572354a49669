using PaperChat.Answering;

namespace PaperChat.Comparison;

/// <summary>Papers side by side: a column a paper, a row an aspect, and the figures that they report.</summary>
public sealed record PaperComparison(IReadOnlyList<ComparisonAspect> Aspects, IReadOnlyList<ComparedPaper> Papers, IReadOnlyList<FigureGroup> Figures)
{
    public AnswerMode Mode { get; init; } = AnswerMode.Extractive;

    /// <summary>The model that wrote cells, if one did.</summary>
    public ModelUse? Model { get; init; }

    /// <summary>Cells that a model wrote and that the papers do not bear out; the papers' own words stand in their place.</summary>
    public int Dropped { get; init; }

    /// <summary>Why a model was to write and did not; null otherwise.</summary>
    public string? Failure { get; init; }
}
