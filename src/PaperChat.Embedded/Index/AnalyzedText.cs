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

    /// <summary>Number of terms that count as the text's length.</summary>
    public int Length { get; private set; }

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

        Length = Terms.Count;
        PhraseMatching.Places(CollectionsMarshal.AsSpan(Terms), _places.AsSpan(0, Terms.Count));
    }

    /// <summary>A title: its terms, and behind them the term of its name, which does not count in the length.</summary>
    public void ReadTitle(string title)
    {
        Read(title);
        Length = Terms.Count;
        if (Words.Count > 0 && TitleName.TermOf(title) is { } name)
        {
            // Of no length, so that it is taken for no word of the text.
            Terms.Add(new Token(name, Words[^1].Start, 0, Words.Count - 1));
            _places = _places.Length < Terms.Count ? [.. _places, 0] : _places;
            _places[Terms.Count - 1] = Terms.Count > 1 ? _places[Terms.Count - 2] : 0;
        }
    }

    public void Read(Paper paper, Chunk chunk)
    {
        var text = paper.TextOf(chunk.Field);
        Read(chunk.Length == text.Length ? text : text.Substring(chunk.Start, chunk.Length));
    }
}
