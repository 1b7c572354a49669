using PaperChat.Papers;

namespace PaperChat.Review;

/// <summary>A cell of a review's table: plain text, the paper it cites, or what that paper says; empty where it does not say it.</summary>
public sealed record ReviewCell(string Text, PaperId? Cites = null)
{
    public IReadOnlyList<ReviewSentence> Statements { get; init; } = [];
}
