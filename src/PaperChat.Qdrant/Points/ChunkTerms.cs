using System.Runtime.InteropServices;
using PaperChat.Library;
using PaperChat.Papers;
using PaperChat.Text;

namespace PaperChat.Qdrant.Points;

/// <summary>The terms of one chunk with its paper's title, and how often each stands there. Used again for other chunks; not thread-safe.</summary>
internal sealed class ChunkTerms
{
    private readonly Dictionary<string, int> _counts = new(StringComparer.Ordinal);
    private readonly List<Token> _tokens = [];
    private uint[] _ids = new uint[256];
    private int[] _frequencies = new int[256];

    /// <summary>Distinct terms, among them that of the title's name.</summary>
    public IEnumerable<string> Terms => _counts.Keys;

    /// <summary>Number of terms, repeated ones too, that count as the chunk's length.</summary>
    public int Length { get; private set; }

    /// <summary>Distinct ids of the terms, ascending.</summary>
    public ReadOnlySpan<uint> Ids => _ids.AsSpan(0, Count);

    /// <summary>How often the terms of each id stand in the chunk.</summary>
    public ReadOnlySpan<int> Frequencies => _frequencies.AsSpan(0, Count);

    private int Count { get; set; }

    public void Read(Paper paper, Chunk chunk)
    {
        _counts.Clear();
        Length = 0;
        var title = TextCleaner.Clean(paper.Title).Text;
        Add(title, FieldWeights.Title);
        Add(TextCleaner.Clean(TextOf(paper, chunk)).Text, 1);
        if (TitleName.TermOfCleaned(title) is { } name)
        {
            _counts[name] = FieldWeights.Title;
        }

        Number();
    }

    /// <summary>The mean length of the chunks of papers; 0 without any.</summary>
    public static double AverageLength(IEnumerable<PaperContent> papers)
    {
        var terms = new ChunkTerms();
        return papers.SelectMany(p => p.Chunks.Select(c => terms.LengthOf(p.Paper, c))).DefaultIfEmpty(0).Average();
    }

    private int LengthOf(Paper paper, Chunk chunk)
    {
        Read(paper, chunk);
        return Length;
    }

    /// <summary>What the chunk's text is, the title apart.</summary>
    public static string TextOf(Paper paper, Chunk chunk)
    {
        var text = paper.TextOf(chunk.Field);
        return chunk.Length == text.Length ? text : text.Substring(chunk.Start, chunk.Length);
    }

    private void Add(string text, int weight)
    {
        _tokens.Clear();
        TextAnalyzer.Analyze(text, _tokens, words: null);
        foreach (var token in CollectionsMarshal.AsSpan(_tokens))
        {
            CollectionsMarshal.GetValueRefOrAddDefault(_counts, token.Term, out _) += weight;
        }

        Length += _tokens.Count * weight;
    }

    private void Number()
    {
        if (_counts.Count > _ids.Length)
        {
            Array.Resize(ref _ids, _counts.Count * 2);
            Array.Resize(ref _frequencies, _counts.Count * 2);
        }

        Count = 0;
        foreach (var (term, frequency) in _counts)
        {
            _ids[Count] = TermId.Of(term);
            _frequencies[Count++] = frequency;
        }

        Array.Sort(_ids, _frequencies, 0, Count);
        MergeEqualIds();
    }

    // The server refuses a sparse vector that names a dimension twice.
    private void MergeEqualIds()
    {
        var last = -1;
        for (var i = 0; i < Count; i++)
        {
            if (last >= 0 && _ids[last] == _ids[i])
            {
                _frequencies[last] += _frequencies[i];
            }
            else
            {
                (_ids[++last], _frequencies[last]) = (_ids[i], _frequencies[i]);
            }
        }

        Count = last + 1;
    }
}
