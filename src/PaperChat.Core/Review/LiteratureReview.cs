using PaperChat.Answering;
using PaperChat.Bibliography;
using PaperChat.Papers;

namespace PaperChat.Review;

/// <summary>
/// The draft of a literature review: themes, text, and what every sentence of it rests on. Made without a model it is a digest of
/// quotations; of what a model wrote each sentence was checked. <see cref="References"/> are the papers that the text cites, by key, and no others.
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

    /// <summary>What a model did; null where none was asked.</summary>
    public ReviewAuthor? Author { get; init; }

    /// <summary>Who wrote: a model at least one section, or nobody but the papers.</summary>
    public AnswerMode Mode => Author is { Sections: > 0 } ? AnswerMode.Model : AnswerMode.Extractive;

    /// <summary>False where a model failed or was stopped before it had done its part.</summary>
    public bool IsComplete => Author?.Failure is null;

    /// <summary>The citation key of each paper that the text cites.</summary>
    public IReadOnlyDictionary<PaperId, string> Keys => References.ToDictionary(r => r.Paper.Id, r => r.Key);
}
