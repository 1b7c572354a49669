using PaperChat.Papers;

namespace PaperChat.Answering;

/// <summary>A key of one answer, the paper it stands for, and the passages that are quoted from it.</summary>
public sealed record Citation(int Number, Paper Paper, IReadOnlyList<Quote> Quotes);
