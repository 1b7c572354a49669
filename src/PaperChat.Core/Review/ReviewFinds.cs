using PaperChat.Evidence;
using PaperChat.Questions;

namespace PaperChat.Review;

/// <summary>The papers of a review, best first, and how they were found.</summary>
internal sealed record ReviewFinds(
    IReadOnlyList<AnalyzedPaper> Papers, ResolvedTerms Terms, IReadOnlyList<ReviewSearchStep> Searches, ReviewCounts Counts);
