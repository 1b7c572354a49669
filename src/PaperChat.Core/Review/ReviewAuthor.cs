using PaperChat.Answering;

namespace PaperChat.Review;

/// <summary>
/// What a model did for a review: what it took, the prompts it was given, in how many sections what it wrote stands, and what of it
/// was left out because the cited papers do not bear it out.
/// </summary>
public sealed record ReviewAuthor(ModelUse Use, IReadOnlyList<ReviewPrompt> Prompts, int Sections, IReadOnlyList<DroppedSentence> Dropped)
{
    /// <summary>Why it did not do all that it was to do; null when it did. The code is that of a model's failure, or <c>cancelled</c>.</summary>
    public AnswerFallback? Failure { get; init; }
}
