using PaperChat.Answering;

namespace PaperChat.Chat.Json;

/// <summary>A sentence of an answer; <c>dropped</c> is there only when it is true.</summary>
internal sealed record SentenceShape(string Text, IReadOnlyList<int> Citations, string Verdict, double Score, bool? Dropped)
{
    public static SentenceShape Of(AnswerSentence sentence) => new(
        sentence.Text,
        sentence.Citations,
        WireNames.Of(sentence.Verdict),
        WireNames.Score(sentence.Score),
        sentence.Dropped ? true : null);
}
