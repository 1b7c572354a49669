using PaperChat.Papers;
using PaperChat.Verification;

namespace PaperChat.Review;

/// <summary>A sentence that a model wrote and that the papers it cites do not bear out.</summary>
public sealed record DroppedSentence(string Section, string Text, IReadOnlyList<PaperId> Papers, IReadOnlyList<CheckFailure> Failures);
