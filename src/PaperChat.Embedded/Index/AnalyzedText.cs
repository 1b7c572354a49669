using PaperChat.Papers;
using PaperChat.Text;

namespace PaperChat.Embedded.Index;

/// <summary>
/// The terms and the surface words of a title or of the text of a chunk, as the index holds them. Used again for other texts.
/// </summary>
internal sealed class AnalyzedText
{
    private readonly List<Token> _tokens = [];

    public List<string> Terms { get; } = [];

    public List<Word> Words { get; } = [];

    public void Read(string text)
    {
        _tokens.Clear();
        Words.Clear();
        Terms.Clear();
        TextAnalyzer.Analyze(TextCleaner.Clean(text).Text, _tokens, Words);
        Terms.AddRange(_tokens.Select(t => t.Term));
    }

    /// <summary>A title: its terms, and the term of its name.</summary>
    public void ReadTitle(string title)
    {
        Read(title);
        if (Words.Count > 0 && TitleName.TermOf(title) is { } name)
        {
            Terms.Add(name);
        }
    }

    public void Read(Paper paper, Chunk chunk) => Read(TextOf(paper, chunk));

    /// <summary>What a chunk's document is made of, the title apart.</summary>
    public static string TextOf(Paper paper, Chunk chunk)
    {
        var text = paper.TextOf(chunk.Field);
        return chunk.Length == text.Length ? text : text.Substring(chunk.Start, chunk.Length);
    }
}
