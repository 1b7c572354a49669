using PaperChat.Review;

namespace PaperChat.Chat.Json;

/// <summary>What <c>review --json</c> writes, and what <c>ledger.json</c> holds: each sentence with its papers, passages and verdict.</summary>
internal sealed record ReviewShape
{
    public required string Topic { get; init; }

    public required string Mode { get; init; }

    /// <summary>The state of the library that was read.</summary>
    public required long Library { get; init; }

    public required long Searched { get; init; }

    public required IReadOnlyList<ReviewSearchShape> Searches { get; init; }

    public required ReviewCountsShape Papers { get; init; }

    public required IReadOnlyList<ReviewThemeShape> Themes { get; init; }

    public required IReadOnlyList<ReviewSentenceShape> Sentences { get; init; }

    public required IReadOnlyList<ReviewReferenceShape> References { get; init; }

    /// <summary>The folder that was written; absent without one.</summary>
    public string? Folder { get; init; }

    public static ReviewShape Of(LiteratureReview review, string? folder)
    {
        ArgumentNullException.ThrowIfNull(review);
        var keys = review.Keys;
        return new ReviewShape
        {
            Topic = review.Topic,
            Mode = "extractive",
            Library = review.Generation,
            Searched = review.Searched,
            Searches = [.. review.Searches.Select(s => new ReviewSearchShape(s.Query, s.Found, s.New))],
            Papers = new ReviewCountsShape(review.Counts.Found, review.Counts.Kept, review.Counts.OffTopic, review.Counts.BeyondWanted, review.Counts.WithoutAbstract, review.Counts.SameWork),
            Themes = [.. review.Themes.Select(t => new ReviewThemeShape(t.Title, [.. t.Papers.Select(p => p.Id.Value)]))],
            Sentences =
            [
                .. review.Sentences.Select(s => new ReviewSentenceShape(
                    s.Number,
                    s.Section,
                    s.Text,
                    [.. s.Papers.Select(p => keys[p])],
                    WireNames.Of(s.Verdict),
                    [.. s.Quotes.Select(q => new ReviewSpanShape(q.Paper.Value, WireNames.Of(q.Quote.Field), q.Quote.Start, q.Quote.End - q.Quote.Start, q.Quote.Text))])),
            ],
            References = [.. review.References.Select(r => new ReviewReferenceShape(r.Key, r.Paper.Id.Value))],
            Folder = folder,
        };
    }
}
