using PaperChat.Answering;
using PaperChat.Papers;

namespace PaperChat.Review;

/// <summary>
/// The text of one section by a model: paragraphs of sentences with what bears them out, by the keys of <see cref="Keys"/>, and what
/// was left out. <see cref="Cut"/> says why it breaks off; null when it is whole.
/// </summary>
internal sealed record WrittenSection(
    IReadOnlyDictionary<int, PaperId> Keys, IReadOnlyList<IReadOnlyList<AnswerSentence>> Paragraphs, IReadOnlyList<AnswerSentence> Dropped, AnswerFallback? Cut)
{
    /// <summary>Whether a sentence is left that its papers bear out.</summary>
    public bool Holds => Paragraphs.Any(p => p.Any(s => s.Verdict != SentenceVerdict.Unsupported));
}
