using PaperChat.Papers;

namespace PaperChat.Evaluation;

/// <summary>A sentence with a number in it: where it stands in the abstract of a paper, and the figures that it reports, if any.</summary>
public sealed record FigureCase(PaperId Paper, int Start, int End, string Half, IReadOnlyList<FigureLabel> Figures);
