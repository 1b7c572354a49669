namespace PaperChat.Comparison.Figures;

/// <summary>A sentence as the rules read it, and all names in it.</summary>
internal sealed record FigureReading(string Text, IReadOnlyList<NumberMention> Numbers, IReadOnlyList<RuledFigure> Figures, FigureNames Names);
