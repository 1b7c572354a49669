using System.Text.Json.Serialization;

namespace PaperChat.Chat.Json;

/// <summary>What <c>POST /api/compare</c> takes: either papers, or a query whose first papers are compared.</summary>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
internal sealed record CompareRequestShape
{
    /// <summary>Ids, titles or names.</summary>
    public IReadOnlyList<string>? Papers { get; init; }

    public string? Query { get; init; }

    /// <summary>Papers of the query.</summary>
    public int? Limit { get; init; }

    public FiltersShape? Filters { get; init; }

    /// <summary>Only these rows.</summary>
    public IReadOnlyList<string>? Aspects { get; init; }

    public bool Extractive { get; init; }
}
