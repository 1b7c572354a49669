using PaperChat.Comparison;

namespace PaperChat.Chat.Json;

/// <summary>What one paper says on the row's aspect; without statements its abstract does not say it.</summary>
internal sealed record ComparisonCellShape(int N, bool Stated, IReadOnlyList<ComparisonStatementShape> Statements)
{
    public static ComparisonCellShape Of(int key, ComparisonCell cell) =>
        new(key, cell.Statements.Count > 0, [.. cell.Statements.Select(s => new ComparisonStatementShape(s.Text, WireNames.Of(s.Verdict), QuoteShape.Of(s.Quote)))]);
}
