using System.Globalization;
using PaperChat.Papers;

namespace PaperChat.Chat.Json;

/// <summary>A paper as JSON shows it; what is unknown is absent.</summary>
internal sealed record PaperShape
{
    public required string Id { get; init; }

    public required string Title { get; init; }

    public IReadOnlyList<string>? Authors { get; init; }

    public int? Year { get; init; }

    public string? Venue { get; init; }

    public string? Url { get; init; }

    public string? Doi { get; init; }

    public string? Arxiv { get; init; }

    public IReadOnlyList<string>? Categories { get; init; }

    public string? Listed { get; init; }

    public IReadOnlyList<string>? Links { get; init; }

    public int? Upvotes { get; init; }

    public int? Version { get; init; }

    public string? Updated { get; init; }

    /// <summary>There where the work does not stand any more: <c>withdrawn</c> or <c>retracted</c>.</summary>
    public string? Status { get; init; }

    /// <summary>There, and true, when the text tries to instruct a language model.</summary>
    public bool? HoldsInstructions { get; init; }

    public required string Kind { get; init; }

    /// <summary>Only <c>library show</c> has it.</summary>
    public string? Abstract { get; init; }

    public DisplayShape? Display { get; init; }

    public static PaperShape Of(Paper paper, bool withAbstract = false)
    {
        ArgumentNullException.ThrowIfNull(paper);
        return new PaperShape
        {
            Id = paper.Id.Value,
            Title = paper.Title,
            Authors = KnownOrNull(paper.Authors),
            Year = paper.Year,
            Venue = KnownOrNull(paper.Venue),
            Url = KnownOrNull(paper.Url),
            Doi = KnownOrNull(paper.Doi),
            Arxiv = KnownOrNull(paper.Arxiv),
            Categories = KnownOrNull(paper.Categories),
            Listed = paper.Listed?.ToString(),
            Links = KnownOrNull(paper.Links),
            Upvotes = paper.Upvotes,
            Version = paper.Version,
            Updated = paper.Updated?.ToString("O", CultureInfo.InvariantCulture),
            Status = WireNames.Of(paper.Status),
            HoldsInstructions = paper.HoldsInstructions ? true : null,
            Kind = WireNames.Of(paper.Kind),
            Abstract = withAbstract ? KnownOrNull(paper.Abstract) : null,
            Display = DisplayShape.Of(paper, withAbstract),
        };
    }

    private static string? KnownOrNull(string? text) => string.IsNullOrEmpty(text) ? null : text;

    private static IReadOnlyList<string>? KnownOrNull(IReadOnlyList<string> list) => list.Count == 0 ? null : list;
}
