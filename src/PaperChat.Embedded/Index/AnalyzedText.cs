using PaperChat.Papers;
using PaperChat.Text;

namespace PaperChat.Embedded.Index;

/// <summary>
/// The terms and the surface words of a title or of the text of a chunk, as the index holds them. Used again for other texts. The
/// offsets count in the cleaned text.
/// </summary>
internal sealed class AnalyzedText
{
    public List<Token> Terms { get; } = [];

    public List<Word> Words { get; } = [];

    public void Read(string text)
    {
        Terms.Clear();
        Words.Clear();
        TextAnalyzer.Analyze(TextCleaner.Clean(text).Text, Terms, Words);
    }

    public void Read(Paper paper, Chunk chunk) => Read(TextOf(paper, chunk));

    /// <summary>What a chunk's document is made of, the title apart.</summary>
    public static string TextOf(Paper paper, Chunk chunk)
    {
        var text = paper.TextOf(chunk.Field);
        return chunk.Length == text.Length ? text : text.Substring(chunk.Start, chunk.Length);
    }
}
