using PaperChat.Comparison;

namespace PaperChat.Chat.Json;

internal sealed record FigureGroupShape(string Metric, string? DataSet, string? Better, bool Change, bool Contradicts, IReadOnlyList<FigureShape> Values)
{
    public static FigureGroupShape Of(FigureGroup group) => new(
        group.Metric,
        group.DataSet,
        group.HigherIsBetter switch { true => "higher", false => "lower", null => null },
        group.Figures[0].Figure.IsChange,
        group.Contradicts,
        [.. group.Figures.Select(FigureShape.Of)]);
}
