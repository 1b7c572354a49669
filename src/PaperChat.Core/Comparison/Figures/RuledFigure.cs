namespace PaperChat.Comparison.Figures;

/// <summary>A figure as the rules read it, with the index of its number among the sentence's and its measure.</summary>
internal sealed record RuledFigure(ReportedFigure Figure, int Number, MetricMention Metric);
