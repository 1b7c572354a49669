using PaperChat.Evidence;
using PaperChat.Papers;
using PaperChat.Text;

namespace PaperChat.Answering;

/// <summary>
/// Checks each sentence of an answer against the stored text behind its keys. A sentence that equals its passage after cleaning is
/// verbatim; keys that were not issued are no citations; everything else is unsupported.
/// </summary>
public static class AnswerVerifier
{
    /// <summary>The verdict on a sentence, and the passages that support it by key.</summary>
    public static (AnswerSentence Sentence, IReadOnlyList<(int Key, Quote Quote)> Quotes) Check(DraftPiece.Sentence sentence, IReadOnlyList<EvidenceItem> evidence)
    {
        ArgumentNullException.ThrowIfNull(sentence);
        ArgumentNullException.ThrowIfNull(evidence);
        var keys = sentence.Keys.Where(k => evidence.Any(e => e.Key == k)).Distinct().ToArray();
        var quotes = new List<(int, Quote)>();
        foreach (var draft in sentence.Quotes.Where(q => keys.Contains(q.Key)))
        {
            var paper = evidence.First(e => e.Key == draft.Key).Paper.Paper.Paper;
            if (IsVerbatim(sentence.Value, paper, draft))
            {
                quotes.Add((draft.Key, Quote.Of(paper, draft.Field, draft.Start, draft.Length)));
            }
        }

        var verdict = quotes.Count > 0 ? SentenceVerdict.Verbatim : SentenceVerdict.Unsupported;
        return (new AnswerSentence(sentence.Value, keys, verdict, quotes.Count > 0 ? 1 : 0), quotes);
    }

    private static bool IsVerbatim(string sentence, Paper paper, DraftQuote draft)
    {
        var stored = paper.TextOf(draft.Field);
        return draft.Start >= 0 && draft.Length > 0 && draft.Start + draft.Length <= stored.Length
            && TextCleaner.Clean(stored.Substring(draft.Start, draft.Length)).Text == sentence;
    }
}
