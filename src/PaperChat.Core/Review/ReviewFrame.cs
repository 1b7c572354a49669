using System.Globalization;
using PaperChat.Answering;
using PaperChat.Library;

namespace PaperChat.Review;

/// <summary>What a review says of itself: what it is, and how it was made.</summary>
public static class ReviewFrame
{
    private const string Digest =
        "A digest of quotations for a literature review: every sentence between quotation marks stands in the abstract of the paper cited behind it, word for word; no language model wrote any of it.";

    internal static IEnumerable<ReviewBlock> Opening(LiteratureReview review)
    {
        var papers = review.Themes.SelectMany(t => t.Papers).DistinctBy(p => p.Id).Count();
        yield return new ReviewBlock.Heading(1, Capital(review.Topic));
        yield return new ReviewBlock.Note(
            $"{(review is { Mode: AnswerMode.Model, Author: { } author } ? Written(review, author) : Digest)} {Count(papers, "paper")} in {Count(review.Themes.Count, "theme")}.");
        if (review.Author is { Failure: { } failure } stopped)
        {
            yield return new ReviewBlock.Note(
                $"The language model did not do all of its part: {failure.Message} {Share(review, stopped)}");
        }

        yield return new ReviewBlock.Picture(ReviewBuilder.TimelineFile, "The themes over time; each mark is a paper.");
        yield return new ReviewBlock.Picture(ReviewBuilder.MapFile, "Map of the papers: the nearer, the more alike.");
    }

    internal static IEnumerable<ReviewBlock> Method(LiteratureReview review, ReviewRequest request)
    {
        yield return new ReviewBlock.Heading(2, "How this review was made");
        if (review.Searches.Count == 0)
        {
            yield return new ReviewBlock.Note(string.Create(CultureInfo.InvariantCulture, $"Its {Count(review.Counts.Kept, "paper")} and themes are those of an outline that was given; nothing was searched."));
            yield break;
        }

        var counts = review.Counts;
        yield return new ReviewBlock.Note(string.Create(
            CultureInfo.InvariantCulture,
            $"{Count(review.Searches.Count, "search", "es")} of {review.Searched:N0} titles and abstracts{Filters(request.Filters)} found {Count(counts.Found, "paper")}. Kept: {counts.Kept}. Left out: {counts.OffTopic} that hold too little of the topic, {counts.BeyondWanted} beyond the {request.Papers} wanted, {counts.WithoutAbstract} without an abstract, {counts.SameWork} under the title of another one."));
        yield return new ReviewBlock.Table(
            ["Search", "Found", "New"],
            [.. review.Searches.Select(s => (IReadOnlyList<ReviewCell>)[new(s.Query), new(Number(s.Found)), new(Number(s.New))])]);
    }

    /// <summary>How many sections are a model's, in words.</summary>
    public static string Share(LiteratureReview review, ReviewAuthor author)
    {
        ArgumentNullException.ThrowIfNull(review);
        ArgumentNullException.ThrowIfNull(author);
        return author.Sections == review.Themes.Count
            ? "Every section is its own, but not each to the end."
            : $"Of {Count(review.Themes.Count, "section")} it wrote {(author.Sections == 0 ? "none" : Number(author.Sections))}; the others are quotations.";
    }

    private static string Written(LiteratureReview review, ReviewAuthor author)
    {
        var written = review.Sentences.Where(s => s.IsWritten).ToArray();
        var shown = written.Count(s => s.Verdict == SentenceVerdict.Unsupported);
        return $"A draft of a literature review. What stands between quotation marks is in the abstract of the paper cited behind it, word for word. "
            + $"The other sentences were written by the language model {author.Use.Name} and checked by rules, one by one, against the abstracts that they cite: "
            + $"{Count(written.Length - shown, "sentence")} of the model {(written.Length - shown == 1 ? "holds" : "hold")}, {Number(author.Dropped.Count + shown)} {(author.Dropped.Count + shown == 1 ? "does" : "do")} not and {(shown > 0 ? "are marked" : "were left out")}.";
    }

    private static string Filters(SearchFilters filters)
    {
        string?[] parts =
        [
            filters.Year is { } year ? $"years {year}" : null,
            filters.Venue is { } venue ? $"venue {venue}" : null,
            filters.Author is { } author ? $"author {author}" : null,
            filters.Category is { } category ? $"category {category}" : null,
        ];
        var given = parts.OfType<string>().ToArray();
        return given.Length == 0 ? "" : $" ({string.Join(", ", given)})";
    }

    private static string Count(int number, string thing, string plural = "s") =>
        string.Create(CultureInfo.InvariantCulture, $"{number} {thing}{(number == 1 ? "" : plural)}");

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static string Capital(string text) => text.Length == 0 ? text : char.ToUpperInvariant(text[0]) + text[1..];
}
