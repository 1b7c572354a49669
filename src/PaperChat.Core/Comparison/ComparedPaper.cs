using PaperChat.Papers;

namespace PaperChat.Comparison;

/// <summary>A column: the paper under its key, and its cells in the order of the aspects.</summary>
public sealed record ComparedPaper(int Key, Paper Paper, IReadOnlyList<ComparisonCell> Cells);
