using PaperChat.Answering;
using PaperChat.Papers;
using PaperChat.Text;

namespace PaperChat.Digests;

/// <summary>What the reader of a kept question was last told; without sentences it was refused.</summary>
public sealed record KeptAnswer(bool Answered, IReadOnlyList<KeptSentence> Sentences)
{
    public static KeptAnswer Of(Answer answer)
    {
        ArgumentNullException.ThrowIfNull(answer);
        return answer.Answered
            ? new KeptAnswer(true, [.. answer.Sentences.Where(s => !s.Dropped && s.Verdict != SentenceVerdict.Unsupported).Select(s => Sentence(s, answer))])
            : new KeptAnswer(false, []);
    }

    internal static KeptCitation Citation(Paper paper, Quote quote) =>
        new(paper.Id.Value, TextCleaner.Clean(paper.Title).Text, PaperAddress.Of(paper), quote.Field, quote.Text, paper.Status);

    private static KeptSentence Sentence(AnswerSentence sentence, Answer answer)
    {
        var papers = answer.Citations.ToDictionary(c => c.Number, c => c.Paper);
        return new KeptSentence(sentence.Text, [.. sentence.Quotes.Where(q => papers.ContainsKey(q.Key)).DistinctBy(q => q.Key).Select(q => Citation(papers[q.Key], q.Quote))]);
    }
}
