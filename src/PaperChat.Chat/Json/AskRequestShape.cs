using System.Text.Json;
using System.Text.Json.Serialization;

namespace PaperChat.Chat.Json;

/// <summary>What <c>POST /api/ask</c> takes. An unknown name is refused: a setting that is silently left out gives wrong answers.</summary>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
internal sealed record AskRequestShape
{
    /// <summary>The caller's own id, string or number, given back as it came.</summary>
    public JsonElement? Id { get; init; }

    public string? Question { get; init; }

    /// <summary>The user's earlier turns, oldest first; the server keeps none.</summary>
    public IReadOnlyList<string>? History { get; init; }

    public FiltersShape? Filters { get; init; }

    /// <summary>Most papers cited.</summary>
    public int? Limit { get; init; }

    public bool Extractive { get; init; }

    public bool Deep { get; init; }

    public bool ShowUnsupported { get; init; }

    /// <summary>The day that "this week" counts from, as <c>2025-07-28</c>.</summary>
    public DateOnly? AsOf { get; init; }
}
