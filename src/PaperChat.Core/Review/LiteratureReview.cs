using PaperChat.Bibliography;
using PaperChat.Papers;

namespace PaperChat.Review;

/// <summary>
/// The draft of a literature review: themes, text, and what every sentence of it rests on. Made without a model it is a digest of
/// quotations. <see cref="References"/> are the papers that the text cites, by key, and no others.
/// </summary>
public sealed record LiteratureReview
{
    public required string Topic { get; init; }

    public required IReadOnlyList<ReviewTheme> Themes { get; init; }

    public required IReadOnlyList<ReviewBlock> Blocks { get; init; }

    public required IReadOnlyList<ReviewSentence> Sentences { get; init; }

    public required IReadOnlyList<BibliographyEntry> References { get; init; }

    /// <summary>The searches that found the papers; none where an outline named them.</summary>
    public required IReadOnlyList<ReviewSearchStep> Searches { get; init; }

    public required ReviewCounts Counts { get; init; }

    /// <summary>Papers in the library, or those that the filters let through.</summary>
    public required long Searched { get; init; }

    /// <summary>The state of the library that was read, see <see cref="Library.LibraryState.Generation"/>.</summary>
    public required long Generation { get; init; }

    /// <summary>Where each paper lies on the map, both coordinates from -1 to 1.</summary>
    public required IReadOnlyDictionary<PaperId, (double X, double Y)> Places { get; init; }

    /// <summary>The citation key of each paper that the text cites.</summary>
    public IReadOnlyDictionary<PaperId, string> Keys => References.ToDictionary(r => r.Paper.Id, r => r.Key);
}
