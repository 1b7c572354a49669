using PaperChat.Papers;
using PaperChat.Text;

namespace PaperChat.Evidence;

/// <summary>A paper taken apart into its title's terms and its sentences.</summary>
public sealed class AnalyzedPaper
{
    private AnalyzedPaper(Paper paper, IReadOnlyList<Token> title, IReadOnlyList<AnalyzedSentence> sentences)
    {
        Paper = paper;
        Title = title;
        Sentences = sentences;
    }

    public Paper Paper { get; }

    public IReadOnlyList<Token> Title { get; }

    /// <summary>The sentences of abstract and body in order; for a paper that has neither, its title alone.</summary>
    public IReadOnlyList<AnalyzedSentence> Sentences { get; }

    public static AnalyzedPaper Of(Paper paper)
    {
        ArgumentNullException.ThrowIfNull(paper);
        var sentences = new List<AnalyzedSentence>();
        Add(sentences, paper, PaperField.Abstract);
        Add(sentences, paper, PaperField.Body);
        if (sentences.Count == 0)
        {
            Add(sentences, paper, PaperField.Title);
        }

        return new AnalyzedPaper(paper, Expand(TextCleaner.Clean(paper.Title).Text, Acronyms.In(paper.Abstract)), sentences);
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

    private static void Add(List<AnalyzedSentence> sentences, Paper paper, PaperField field)
    {
        var stored = paper.TextOf(field);
        if (stored.Length == 0)
        {
            return;
        }

        var acronyms = Acronyms.In(stored);
        foreach (var span in SentenceSplitter.Split(stored))
        {
            var display = TextCleaner.Clean(span.Of(stored)).Text;
            sentences.Add(new AnalyzedSentence(field, sentences.Count, span, display, Expand(display, acronyms)));
        }
    }

    // Where a short form stands its long form is meant and the other way round, and a name made of words ("ConvLSTM") holds them; the
    // added tokens share its place.
    private static List<Token> Expand(string text, IReadOnlyDictionary<string, string[]> acronyms)
    {
        var tokens = TextAnalyzer.Analyze(text);
        var plain = tokens.ToArray();
        var known = plain.Select(t => t.Term).ToHashSet(StringComparer.Ordinal);
        foreach (var token in plain)
        {
            var added = acronyms.GetValueOrDefault(token.Term) ?? Acronyms.Common.GetValueOrDefault(token.Term) ?? [];
            tokens.AddRange(added.Concat(NameParts.Of(text.AsSpan(token.Start, token.Length))).Where(known.Add).Select(t => token with { Term = t }).ToArray());
        }

        foreach (var (acronym, terms) in acronyms.Concat(Acronyms.Common).Where(a => !known.Contains(a.Key) && known.Contains(a.Value[^1])))
        {
            var at = Array.FindIndex(plain, t => t.Term == terms[0]);
            if (at >= 0 && terms.Select((t, i) => at + i < plain.Length && plain[at + i].Term == t).All(same => same))
            {
                tokens.Add(plain[at] with { Term = acronym });
            }
        }

        return tokens;
    }
}
