using PaperChat.Questions;

namespace PaperChat.Retrieval;

/// <summary>The papers for one question, best first, and the question's terms as the library knows them.</summary>
public sealed record Ranking(QuestionReading Reading, ResolvedTerms Terms, IReadOnlyList<RankedPaper> Papers)
{
    /// <summary>What was understood, corrected or carried over, in words for the user.</summary>
    public IReadOnlyList<string> Notes { get; init; } = [];
}
