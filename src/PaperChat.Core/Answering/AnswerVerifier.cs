using PaperChat.Evidence;
using PaperChat.Papers;
using PaperChat.Text;
using PaperChat.Verification;

namespace PaperChat.Answering;

/// <summary>
/// Checks each sentence of one answer against the stored text behind its keys. Keys that were not issued are no citations. A sentence
/// that equals a passage it names is verbatim; every other one goes through <see cref="SentenceVerifier"/>. Not thread-safe.
/// </summary>
public sealed class AnswerVerifier(IReadOnlyList<EvidenceItem> evidence)
{
    // Taken apart at the first written sentence that cites it: an answer of quoted sentences never pays for it.
    private readonly Dictionary<int, CitedText> _texts = [];

    /// <summary>The sentence with its verdict; of a supported one only the keys whose papers bear it out are left.</summary>
    public AnswerSentence Check(DraftPiece.Sentence sentence)
    {
        ArgumentNullException.ThrowIfNull(sentence);
        int[] keys = [.. sentence.Keys.Where(k => ItemOf(k) is not null).Distinct()];
        KeyedQuote[] quoted = [.. sentence.Quotes.Where(q => keys.Contains(q.Key) && IsVerbatim(sentence.Value, q)).Select(QuoteOf)];
        return quoted.Length > 0
            ? new AnswerSentence(sentence.Value, keys, SentenceVerdict.Verbatim, 1) { Quotes = quoted }
            : CheckWritten(sentence.Value, keys);
    }

    private AnswerSentence CheckWritten(string sentence, int[] keys)
    {
        var check = SentenceVerifier.Check(sentence, [.. keys.Select(TextOf)]);
        if (check.Verdict == SentenceVerdict.Unsupported)
        {
            return new AnswerSentence(sentence, keys, check.Verdict, check.Score) { Failures = check.Failures };
        }

        KeyedQuote[] quotes = [.. check.Quotes.Select(q => new KeyedQuote(keys.First(k => ItemOf(k)!.Paper.Paper.Paper.Id == q.Paper), q.Quote))];
        return new AnswerSentence(sentence, [.. keys.Where(k => quotes.Any(q => q.Key == k))], check.Verdict, check.Score) { Quotes = quotes };
    }

    private bool IsVerbatim(string sentence, DraftQuote draft)
    {
        var stored = PaperOf(draft.Key).TextOf(draft.Field);
        return draft.Start >= 0 && draft.Length > 0 && draft.Start + draft.Length <= stored.Length
            && TextCleaner.Clean(stored.Substring(draft.Start, draft.Length)).Text == sentence;
    }

    private KeyedQuote QuoteOf(DraftQuote draft) =>
        new(draft.Key, Quote.Of(PaperOf(draft.Key), draft.Field, draft.Start, draft.Length));

    private CitedText TextOf(int key) =>
        _texts.TryGetValue(key, out var text) ? text : _texts[key] = CitedText.Of(PaperOf(key));

    private Paper PaperOf(int key) => ItemOf(key)!.Paper.Paper.Paper;

    private EvidenceItem? ItemOf(int key) => evidence.FirstOrDefault(e => e.Key == key);
}
