using PaperChat.Papers;
using PaperChat.Text;

namespace PaperChat.Evidence;

/// <summary>A paper taken apart into its title's terms and its sentences, these once they are asked for. Thread-safe.</summary>
public sealed class AnalyzedPaper
{
    private IReadOnlyList<AnalyzedSentence>? _sentences;
    private string? _cleanAbstract;
    private string? _cleanBody;

    private AnalyzedPaper(Paper paper, IReadOnlyList<Token> title, IReadOnlyList<AnalyzedSentence>? sentences)
    {
        Paper = paper;
        Title = title;
        _sentences = sentences;
    }

    public Paper Paper { get; }

    public IReadOnlyList<Token> Title { get; }

    /// <summary>The sentences of abstract and body in order, without those that try to instruct a model; for a paper that has neither, its title alone.</summary>
    public IReadOnlyList<AnalyzedSentence> Sentences => LazyInitializer.EnsureInitialized(ref _sentences, () => SentencesOf(Paper));

    /// <summary>Abstract and body as they read, sentences that try to instruct a model included.</summary>
    internal IReadOnlyList<string> CleanTexts =>
    [
        LazyInitializer.EnsureInitialized(ref _cleanAbstract, () => TextCleaner.Clean(Paper.Abstract).Text),
        LazyInitializer.EnsureInitialized(ref _cleanBody, () => TextCleaner.Clean(Paper.Body ?? "").Text),
    ];

    public static AnalyzedPaper Of(Paper paper)
    {
        ArgumentNullException.ThrowIfNull(paper);
        return new AnalyzedPaper(paper, Expand(TextCleaner.Clean(paper.Title).Text, Acronyms.In(paper.Abstract)), sentences: null);
    }

    /// <summary>A paper with its title alone taken apart, without what the abstract says of its short forms.</summary>
    internal static AnalyzedPaper TitleOf(Paper paper) => new(paper, TextAnalyzer.Analyze(TextCleaner.Clean(paper.Title).Text), []);

    /// <summary>A paper whose text is already split, as evaluation collections have it; offsets count in the joined sentences.</summary>
    internal static AnalyzedPaper OfSentences(Paper paper, IReadOnlyList<string> texts)
    {
        var sentences = new List<AnalyzedSentence>();
        var start = 0;
        var acronyms = Acronyms.In(string.Join(' ', texts));
        foreach (var text in texts)
        {
            var span = new TextSpan(start, text.Length);
            sentences.Add(new AnalyzedSentence(PaperField.Abstract, sentences.Count, span, text, Expand(text, acronyms)));
            start += text.Length + 1;
        }

        return new AnalyzedPaper(paper, TextAnalyzer.Analyze(paper.Title), sentences);
    }

    private static List<AnalyzedSentence> SentencesOf(Paper paper)
    {
        var sentences = new List<AnalyzedSentence>();
        Add(sentences, paper, PaperField.Abstract);
        Add(sentences, paper, PaperField.Body);
        if (sentences.Count == 0)
        {
            Add(sentences, paper, PaperField.Title);
        }

        return sentences;
    }

    private static void Add(List<AnalyzedSentence> sentences, Paper paper, PaperField field)
    {
        var stored = paper.TextOf(field);
        if (stored.Length == 0)
        {
            return;
        }

        var acronyms = Acronyms.In(stored);
        var orders = paper.HoldsInstructions ? InstructionFinder.Find(stored) : [];
        foreach (var whole in SentenceSplitter.Split(stored).Where(s => !orders.Contains(s)))
        {
            var span = WithoutStrayMark(stored, whole);
            var display = TextCleaner.Clean(span.Of(stored)).Text;
            sentences.Add(new AnalyzedSentence(field, sentences.Count, span, display, Expand(display, acronyms)));
        }
    }

    // Some sources set the whole abstract in quotation marks: the first sentence opens and the last closes what a reader never sees.
    private static TextSpan WithoutStrayMark(string stored, TextSpan span)
    {
        var text = span.Of(stored);
        return text.Length < 2 || text.Count(c => c == '"') % 2 == 0 ? span
            : span.Start == 0 && text[0] == '"' ? new TextSpan(1, span.Length - 1)
            : span.End == stored.TrimEnd().Length && text[^1] == '"' ? new TextSpan(span.Start, span.Length - 1)
            : span;
    }

    // Where a short form stands its long form is meant and the other way round, and a name made of words ("ConvLSTM") holds them; the
    // added tokens share its place.
    private static List<Token> Expand(string text, IReadOnlyDictionary<string, string[]> acronyms)
    {
        var tokens = TextAnalyzer.Analyze(text);
        var plain = tokens.Count;
        var known = new HashSet<string>(plain + 8, StringComparer.Ordinal);
        for (var i = 0; i < plain; i++)
        {
            known.Add(tokens[i].Term);
        }

        for (var i = 0; i < plain; i++)
        {
            var token = tokens[i];
            if (acronyms.TryGetValue(token.Term, out var meant) || Acronyms.Common.TryGetValue(token.Term, out meant))
            {
                AddNew(tokens, known, token, meant);
            }

            AddNew(tokens, known, token, NameParts.Of(text.AsSpan(token.Start, token.Length)));
        }

        foreach (var (acronym, terms) in acronyms)
        {
            AddShort(tokens, plain, known, acronym, terms);
        }

        for (var i = 0; i < plain; i++)
        {
            foreach (var acronym in Acronyms.CommonEndingWith(tokens[i].Term))
            {
                AddShort(tokens, plain, known, acronym, Acronyms.Common[acronym]);
            }
        }

        return tokens;
    }

    private static void AddNew(List<Token> tokens, HashSet<string> known, Token place, IReadOnlyList<string> terms)
    {
        for (var i = 0; i < terms.Count; i++)
        {
            if (known.Add(terms[i]))
            {
                tokens.Add(place with { Term = terms[i] });
            }
        }
    }

    private static void AddShort(List<Token> tokens, int plain, HashSet<string> known, string acronym, string[] terms)
    {
        if (known.Contains(acronym) || !known.Contains(terms[^1]))
        {
            return;
        }

        var at = tokens.FindIndex(0, plain, t => t.Term == terms[0]);
        for (var i = 0; i < terms.Length; i++)
        {
            if (at < 0 || at + i >= plain || tokens[at + i].Term != terms[i])
            {
                return;
            }
        }

        known.Add(acronym);
        tokens.Add(tokens[at] with { Term = acronym });
    }
}
