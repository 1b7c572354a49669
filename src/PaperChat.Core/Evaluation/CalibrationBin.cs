namespace PaperChat.Evaluation;

/// <summary>Answers with a confidence from <c>From</c> up to <c>To</c>: how many, their mean confidence, and the share that is correct.</summary>
public sealed record CalibrationBin(double From, double To, int Count, double MeanConfidence, double Accuracy);
