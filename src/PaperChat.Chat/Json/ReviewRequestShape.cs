using System.Text.Json.Serialization;

namespace PaperChat.Chat.Json;

/// <summary>What <c>POST /api/review</c> takes.</summary>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
internal sealed record ReviewRequestShape
{
    public string? Topic { get; init; }

    /// <summary>Most papers.</summary>
    public int? Papers { get; init; }

    public FiltersShape? Filters { get; init; }

    /// <summary>Themes and papers, as <c>outline.md</c> of an earlier review has them.</summary>
    public string? Outline { get; init; }

    /// <summary>Keeps a model out of it.</summary>
    public bool Extractive { get; init; }

    /// <summary>Keeps, and marks, sentences of a model that no source supports.</summary>
    public bool ShowUnsupported { get; init; }
}
