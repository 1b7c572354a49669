using PaperChat.Answering;

namespace PaperChat.Chat.Json;

/// <summary>A sentence of an answer; <c>dropped</c> is there only when it is true, <c>failures</c> only when it is unsupported.</summary>
internal sealed record SentenceShape(
    string Text, IReadOnlyList<int> Citations, string Verdict, double Score, IReadOnlyList<SentenceQuoteShape> Quotes,
    IReadOnlyList<SentenceFailureShape>? Failures, bool? Dropped)
{
    public static SentenceShape Of(AnswerSentence sentence) => new(
        sentence.Text,
        sentence.Citations,
        WireNames.Of(sentence.Verdict),
        WireNames.Score(sentence.Score),
        [.. sentence.Quotes.Select(SentenceQuoteShape.Of)],
        sentence.Failures.Count > 0 ? [.. sentence.Failures.Select(SentenceFailureShape.Of)] : null,
        sentence.Dropped ? true : null);
}
