using PaperChat.Comparison;

namespace PaperChat.Chat.Json;

internal sealed record ComparisonShape(
    string Mode, IReadOnlyList<ComparisonPaperShape> Papers, IReadOnlyList<ComparisonRowShape> Rows, IReadOnlyList<FigureGroupShape> Figures, ModelShape? Model, int? Dropped)
{
    public static ComparisonShape Of(PaperComparison comparison) => new(
        WireNames.Of(comparison.Mode),
        [.. comparison.Papers.Select(p => new ComparisonPaperShape(p.Key, PaperShape.Of(p.Paper)))],
        [.. comparison.Aspects.Select((a, i) => new ComparisonRowShape(ComparisonAspects.Name(a), [.. comparison.Papers.Select(p => ComparisonCellShape.Of(p.Key, p.Cells[i]))]))],
        [.. comparison.Figures.Select(FigureGroupShape.Of)],
        comparison.Model is { } model ? new ModelShape(model.Name, model.PromptTokens, model.CompletionTokens, model.PromptHash) : null,
        comparison.Model is null ? null : comparison.Dropped);
}
