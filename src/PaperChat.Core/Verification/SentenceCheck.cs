using PaperChat.Answering;

namespace PaperChat.Verification;

/// <summary>
/// What the check of one sentence against its cited papers gave. <see cref="Score"/> is 1 for a verbatim sentence, else the share of
/// the sentence's content that the quotes bear out, by weight, halved for each failure. <see cref="Quotes"/> are in the order of the
/// papers, and for an unsupported sentence empty; <see cref="Failures"/> are empty for a supported one.
/// </summary>
public sealed record SentenceCheck(
    SentenceVerdict Verdict, double Score, IReadOnlyList<SupportingQuote> Quotes, IReadOnlyList<CheckFailure> Failures);
