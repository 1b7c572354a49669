namespace PaperChat.Evaluation;

/// <summary>A named curve of a plot.</summary>
public sealed record RiskCoverageSeries(string Label, RiskCoverage Curve);
