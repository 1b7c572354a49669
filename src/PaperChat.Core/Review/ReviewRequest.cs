using PaperChat.Library;

namespace PaperChat.Review;

/// <summary>What a review is wanted of.</summary>
public sealed record ReviewRequest
{
    public const int DefaultPapers = 30;

    public required string Topic { get; init; }

    public SearchFilters Filters { get; init; } = SearchFilters.None;

    /// <summary>The most papers kept, at least 1. An outline decides itself.</summary>
    public int Papers { get; init; } = DefaultPapers;

    /// <summary>Themes and papers as the user wants them; null proposes both.</summary>
    public ReviewOutline? Outline { get; init; }

    /// <summary>Keeps a model out of it.</summary>
    public bool Extractive { get; init; }

    /// <summary>Keeps, and marks, sentences of a model that the papers they cite do not bear out.</summary>
    public bool ShowUnsupported { get; init; }
}
