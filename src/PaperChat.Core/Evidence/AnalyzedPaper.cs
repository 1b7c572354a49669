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

        return new AnalyzedPaper(paper, TextAnalyzer.Analyze(TextCleaner.Clean(paper.Title).Text), sentences);
    }

    private static void Add(List<AnalyzedSentence> sentences, Paper paper, PaperField field)
    {
        var stored = paper.TextOf(field);
        if (stored.Length == 0)
        {
            return;
        }

        foreach (var span in SentenceSplitter.Split(stored))
        {
            var display = TextCleaner.Clean(span.Of(stored)).Text;
            sentences.Add(new AnalyzedSentence(field, sentences.Count, span, display, TextAnalyzer.Analyze(display)));
        }
    }
}
