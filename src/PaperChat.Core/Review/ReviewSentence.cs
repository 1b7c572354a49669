using PaperChat.Answering;
using PaperChat.Papers;
using PaperChat.Verification;

namespace PaperChat.Review;

/// <summary>
/// A sentence of a review, or what a cell of its table says: display text, the papers it cites, the passages it rests on, and how it
/// was checked; an unsupported one cites what its writer named, and rests on nothing. <see cref="IsCut"/> says that the quoted sentence goes on.
/// </summary>
public sealed record ReviewSentence(
    int Number, string Section, string Text, IReadOnlyList<PaperId> Papers, SentenceVerdict Verdict, IReadOnlyList<SupportingQuote> Quotes, bool IsCut = false)
{
    /// <summary>Whether a model wrote it.</summary>
    public bool IsWritten { get; init; }
}
