namespace PaperChat.Evaluation;

/// <summary>A figure that a collection reached before, in a mode (<c>lexical</c>, ...), by a metric (<c>ndcg@10</c>, ...).</summary>
public sealed record Baseline(string Dataset, string Mode, string Metric, double Value);
