using PaperChat.Answering;
using PaperChat.Papers;
using PaperChat.Text;

namespace PaperChat.Verification;

/// <summary>A cited paper prepared for checking: made once, used for every sentence that cites it, by any thread.</summary>
public sealed class CitedText
{
    private readonly CleanedText[] _fields;
    private readonly string[] _verbatimForms;
    private readonly IReadOnlyList<TextSpan>[] _orders;

    private CitedText(Paper paper, CleanedText[] fields, IReadOnlyList<TextSpan>[] orders, IReadOnlyList<StoredSentence> sentences)
    {
        Paper = paper;
        _fields = fields;
        _orders = orders;
        _verbatimForms = [.. fields.Select(f => VerbatimForm.Of(f.Text))];
        Sentences = sentences;
        Terms = TermIndex.Of(sentences);
    }

    /// <summary>The first of the papers, where several were joined.</summary>
    public Paper Paper { get; }

    /// <summary>The title, then the sentences of abstract and body.</summary>
    internal IReadOnlyList<StoredSentence> Sentences { get; }

    internal TermIndex Terms { get; }

    public static CitedText Of(Paper paper)
    {
        ArgumentNullException.ThrowIfNull(paper);
        PaperField[] order = [PaperField.Title, PaperField.Abstract, PaperField.Body];
        var fields = order.Select(f => TextCleaner.Clean(paper.TextOf(f))).ToArray();
        var orders = order.Select(f => InstructionFinder.Find(paper.TextOf(f))).ToArray();
        var sentences = new List<StoredSentence>();
        foreach (var field in order)
        {
            var stored = paper.TextOf(field);
            foreach (var span in field == PaperField.Title ? Whole(stored) : SentenceSplitter.Split(stored))
            {
                // A sentence that tells models what to say is no support for their saying it.
                if (orders[(int)field].Any(o => o.Start < span.End && span.Start < o.End))
                {
                    continue;
                }

                sentences.Add(new StoredSentence(paper, field, span, ClaimText.Of(TextCleaner.Clean(span.Of(stored)).Text)));
            }
        }

        return new CitedText(paper, fields, orders, sentences);
    }

    /// <summary>The passage that reads exactly as <paramref name="sentence"/>, of whole sentences; null when there is none.</summary>
    internal Quote? FindVerbatim(string sentence)
    {
        var wanted = VerbatimForm.Of(sentence).Trim();
        if (wanted.Length == 0)
        {
            return null;
        }

        for (var field = 0; field < _fields.Length; field++)
        {
            var text = _verbatimForms[field];
            for (var at = text.IndexOf(wanted, StringComparison.Ordinal); at >= 0; at = text.IndexOf(wanted, at + 1, StringComparison.Ordinal))
            {
                var (start, length) = _fields[field].ToStored(at, wanted.Length);
                if (VerbatimForm.IsWhole(text, at, wanted.Length) && !_orders[field].Any(o => o.Start < start + length && start < o.End))
                {
                    return Quote.Of(Paper, (PaperField)field, start, length);
                }
            }
        }

        return null;
    }

    /// <summary>Several papers as one text, for a sentence that joins what they say.</summary>
    internal static CitedText Join(IReadOnlyList<CitedText> papers) =>
        papers.Count == 1 ? papers[0] : new CitedText(papers[0].Paper, [], [], [.. papers.SelectMany(p => p.Sentences)]);

    internal SupportingQuote QuoteOf(int sentence)
    {
        var stored = Sentences[sentence];
        return new SupportingQuote(stored.Paper.Id, Quote.Of(stored.Paper, stored.Field, stored.Span.Start, stored.Span.Length));
    }

    private static TextSpan[] Whole(string text) => text.Length == 0 ? [] : [new TextSpan(0, text.Length)];
}
