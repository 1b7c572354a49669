namespace PaperChat.Evaluation;

/// <summary>
/// Answering only with a confidence of at least <c>Threshold</c> answers a share <c>Coverage</c> of the questions, of which a
/// share <c>Risk</c> is wrong.
/// </summary>
public sealed record RiskCoveragePoint(double Threshold, double Coverage, double Risk);
