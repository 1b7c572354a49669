using PaperChat.Library;
using PaperChat.Papers;
using PaperChat.Text;

namespace PaperChat.Embedded.Index;

/// <summary>A title or the text of a chunk as the index takes it: terms with their places, and the surface words.</summary>
internal sealed record AnalyzedText(List<Token> Terms, int[] Places, List<Word> Words)
{
    public static AnalyzedText Of(string text)
    {
        var terms = TextAnalyzer.AnalyzeStored(text);
        return new AnalyzedText(terms, PhraseMatching.Places(terms), TextAnalyzer.Words(TextCleaner.Clean(text).Text));
    }

    public static AnalyzedText Of(Paper paper, Chunk chunk)
    {
        var text = paper.TextOf(chunk.Field);
        return Of(chunk.Length == text.Length ? text : text.Substring(chunk.Start, chunk.Length));
    }
}
