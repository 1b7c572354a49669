using PaperChat.Review;

namespace PaperChat.Chat.Json;

/// <summary>What <c>review --json</c> writes, and what <c>ledger.json</c> holds: each sentence with its papers, passages and verdict.</summary>
internal sealed record ReviewShape
{
    public required string Topic { get; init; }

    public required string Mode { get; init; }

    /// <summary>False where a model failed or was stopped before it had done its part; null alone in ledgers of the time before models wrote.</summary>
    public bool? Complete { get; init; }

    /// <summary>Why; absent when it is complete.</summary>
    public FallbackShape? Fallback { get; init; }

    /// <summary>The model and what it took; its prompt hash is that of the sections. Absent where none was asked.</summary>
    public ModelShape? Model { get; init; }

    /// <summary>All prompts that the model was given.</summary>
    public IReadOnlyList<ReviewPromptShape>? Prompts { get; init; }

    /// <summary>The state of the library that was read.</summary>
    public required long Library { get; init; }

    public required long Searched { get; init; }

    public required IReadOnlyList<ReviewSearchShape> Searches { get; init; }

    public required ReviewCountsShape Papers { get; init; }

    public required IReadOnlyList<ReviewThemeShape> Themes { get; init; }

    public required IReadOnlyList<ReviewSentenceShape> Sentences { get; init; }

    /// <summary>What a model wrote and the cited papers do not bear out; it is not in the text.</summary>
    public IReadOnlyList<ReviewDroppedShape>? Dropped { get; init; }

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
            Mode = WireNames.Of(review.Mode),
            Complete = review.IsComplete,
            Fallback = review.Author?.Failure is { } failure ? new FallbackShape(failure.Code, failure.Message) : null,
            Model = review.Author is { } author ? ModelShape.Of(author.Use) : null,
            Prompts = review.Author is null ? null : [.. review.Author.Prompts.Select(p => new ReviewPromptShape(p.Name, p.Hash))],
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
                    [.. s.Quotes.Select(q => new ReviewSpanShape(q.Paper.Value, WireNames.Of(q.Quote.Field), q.Quote.Start, q.Quote.End - q.Quote.Start, q.Quote.Text))],
                    s.IsWritten ? true : null)),
            ],
            Dropped = review.Author is null ? null : [.. review.Author.Dropped.Select(d => new ReviewDroppedShape(d.Section, d.Text, [.. d.Papers.Select(p => p.Value)], [.. d.Failures.Select(SentenceFailureShape.Of)]))],
            References = [.. review.References.Select(r => new ReviewReferenceShape(r.Key, r.Paper.Id.Value))],
            Folder = folder,
        };
    }
}
