using System.Runtime.InteropServices;
using PaperChat.Library;
using PaperChat.Papers;
using PaperChat.Text;

namespace PaperChat.Embedded.Index;

/// <summary>
/// A title or the text of a chunk as the index takes it: terms with their places, and the surface words. Used again for other
/// texts. The offsets of terms and words count in the cleaned text.
/// </summary>
internal sealed class AnalyzedText
{
    private int[] _places = [];

    public List<Token> Terms { get; } = [];

    public List<Word> Words { get; } = [];

    /// <summary>The number of each word in the segment in the making, see <see cref="WordCounts"/>.</summary>
    public List<int> WordNumbers { get; } = [];

    public ReadOnlySpan<int> Places => _places.AsSpan(0, Terms.Count);

    public void Read(string text)
    {
        Terms.Clear();
        Words.Clear();
        TextAnalyzer.Analyze(TextCleaner.Clean(text).Text, Terms, Words);
        if (_places.Length < Terms.Count)
        {
            _places = new int[Terms.Count * 2];
        }

        PhraseMatching.Places(CollectionsMarshal.AsSpan(Terms), _places.AsSpan(0, Terms.Count));
    }

    public void Read(Paper paper, Chunk chunk)
    {
        var text = paper.TextOf(chunk.Field);
        Read(chunk.Length == text.Length ? text : text.Substring(chunk.Start, chunk.Length));
    }
}
