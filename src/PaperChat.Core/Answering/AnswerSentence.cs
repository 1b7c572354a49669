using PaperChat.Verification;

namespace PaperChat.Answering;

/// <summary>
/// A sentence of an answer: display text without keys, the keys that support it (of an unsupported one those that it named), the
/// verdict, and how sure it is (0 to 1).
/// </summary>
public sealed record AnswerSentence(string Text, IReadOnlyList<int> Citations, SentenceVerdict Verdict, double Score)
{
    /// <summary>The passages that bear it out; empty for an unsupported one.</summary>
    public IReadOnlyList<KeyedQuote> Quotes { get; init; } = [];

    /// <summary>What the cited text does not bear out; empty unless unsupported.</summary>
    public IReadOnlyList<CheckFailure> Failures { get; init; } = [];

    /// <summary>True when it was taken out of the answer's text.</summary>
    public bool Dropped { get; init; }
}
