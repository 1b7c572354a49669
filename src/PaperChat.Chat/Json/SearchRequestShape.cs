using System.Text.Json;
using System.Text.Json.Serialization;

namespace PaperChat.Chat.Json;

/// <summary>What <c>POST /api/search</c> takes.</summary>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
internal sealed record SearchRequestShape
{
    /// <summary>The caller's own id, string or number, given back as it came.</summary>
    public JsonElement? Id { get; init; }

    public string? Query { get; init; }

    public FiltersShape? Filters { get; init; }

    public int? Limit { get; init; }

    /// <summary><c>lexical</c>, <c>dense</c> or <c>hybrid</c>.</summary>
    public string? Mode { get; init; }

    public bool Explain { get; init; }

    /// <summary>Whether papers come with their abstracts.</summary>
    public bool Abstracts { get; init; }

    public DateOnly? AsOf { get; init; }
}
