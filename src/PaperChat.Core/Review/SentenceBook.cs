using PaperChat.Answering;
using PaperChat.Comparison;
using PaperChat.Evidence;
using PaperChat.Papers;
using PaperChat.Verification;

namespace PaperChat.Review;

/// <summary>Numbers the sentences of a review and keeps them with what they rest on, in the order of the text.</summary>
internal sealed class SentenceBook
{
    private readonly List<ReviewSentence> _sentences = [];

    public IReadOnlyList<ReviewSentence> Sentences => _sentences;

    /// <summary>A sentence of a paper as it stands.</summary>
    public ReviewSentence Quote(string section, Paper paper, AnalyzedSentence sentence) =>
        Add(section, paper, sentence.Display, Answering.Quote.Of(paper, sentence.Field, sentence.Span.Start, sentence.Span.Length), SentenceVerdict.Verbatim, isCut: false);

    /// <summary>What a cell of a comparison says.</summary>
    public ReviewSentence Cell(string section, Paper paper, ComparisonStatement statement) =>
        Add(section, paper, statement.Text, statement.Quote, statement.Verdict, statement.IsCut);

    /// <summary>A sentence that a model wrote, by the keys of its section.</summary>
    public ReviewSentence Written(string section, AnswerSentence sentence, IReadOnlyDictionary<int, PaperId> keys)
    {
        var added = new ReviewSentence(
            _sentences.Count + 1, section, sentence.Text, [.. sentence.Citations.Select(k => keys[k])], sentence.Verdict,
            [.. sentence.Quotes.Select(q => new SupportingQuote(keys[q.Key], q.Quote))])
        { IsWritten = true };
        _sentences.Add(added);
        return added;
    }

    private ReviewSentence Add(string section, Paper paper, string text, Quote quote, SentenceVerdict verdict, bool isCut)
    {
        var added = new ReviewSentence(_sentences.Count + 1, section, text, [paper.Id], verdict, [new SupportingQuote(paper.Id, quote)], isCut);
        _sentences.Add(added);
        return added;
    }
}
