using System.Text.Json;

namespace PaperChat.Chat.Json;

/// <summary>A line of a batch: a question for <c>ask</c>, a query for <c>search</c> (either name does for both).</summary>
internal sealed record BatchRequest
{
    public JsonElement? Id { get; init; }

    public string? Question { get; init; }

    public string? Query { get; init; }

    /// <summary>The user's earlier turns, oldest first.</summary>
    public IReadOnlyList<string>? History { get; init; }

    public FiltersShape? Filters { get; init; }
}
