namespace PaperChat.Answering;

/// <summary>
/// A sentence of an answer: display text without keys, the keys that support it, the verdict, and how sure it is (0 to 1).
/// </summary>
public sealed record AnswerSentence(string Text, IReadOnlyList<int> Citations, SentenceVerdict Verdict, double Score)
{
    /// <summary>True when it was taken out of the answer's text.</summary>
    public bool Dropped { get; init; }
}
