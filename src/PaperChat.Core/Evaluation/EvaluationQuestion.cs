namespace PaperChat.Evaluation;

/// <summary>A question with what a good answer to it holds.</summary>
public sealed record EvaluationQuestion
{
    public required string Id { get; init; }

    /// <summary>The group it is reported under: <c>factoid</c>, <c>comparison</c>, <c>unanswerable</c>, ...</summary>
    public required string Type { get; init; }

    public required string Text { get; init; }

    /// <summary>The user's earlier turns, oldest first.</summary>
    public IReadOnlyList<string> History { get; init; } = [];

    /// <summary>Titles of the papers that answer it; none when it cannot be answered.</summary>
    public IReadOnlyList<string> GoldTitles { get; init; } = [];

    /// <summary>Passages of those papers that hold the answer.</summary>
    public IReadOnlyList<string> Evidence { get; init; } = [];

    /// <summary>Groups of alternatives; an answer holds the facts when it holds one alternative of every group.</summary>
    public IReadOnlyList<IReadOnlyList<string>> RequiredFacts { get; init; } = [];

    /// <summary>Titles of papers that may be cited but need not be.</summary>
    public IReadOnlyList<string> BorderlineTitles { get; init; } = [];

    public bool IsAnswerable => GoldTitles.Count > 0;

    /// <summary>True when the question counts for the bounded figures: paraphrases and unanswerable questions are only reported.</summary>
    public bool IsBounded => IsAnswerable && Type is not "paraphrase";
}
