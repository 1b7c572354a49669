using System.Runtime.CompilerServices;

namespace PaperChat.Embedded.Index;

/// <summary>Scores the documents of one segment by one term, window after window. Used again for other terms. Not thread-safe.</summary>
internal sealed class TermScorer
{
    // A term that stands in fewer documents than one in so many has at most about one block in a window: its postings are looked at.
    private const int Sparse = SearchWindow.Size / PostingBlock.Size;

    private readonly PostingCursor _cursor = new();
    private double _stretch;
    private double _tailBound;
    private bool _isSparse;

    /// <summary>The term's weight times its inverse document frequency.</summary>
    public double Factor { get; private set; }

    /// <summary>The most that the term adds to a document of the window that <see cref="BoundIn"/> was last called for.</summary>
    public double Bound { get; private set; }

    public void Open(SegmentFile file, int term, double factor, Bm25 bm25, double stretch)
    {
        _cursor.Open(file, term);
        Factor = factor;
        _stretch = stretch;
        _isSparse = (long)_cursor.DocumentCount * Sparse < file.Documents;
        _tailBound = _cursor.DocumentCount < PostingBlock.Size
            ? BestOf(file.DocumentLengths, bm25)
            : Bm25.Bound(factor, byte.MaxValue, stretch);
    }

    public void BoundIn(int from, int to)
    {
        if (_isSparse && _cursor.Seek(from) >= to)
        {
            Bound = 0;
            return;
        }

        Bound = _cursor.ImpactIn(from, to) is < byte.MaxValue and var impact ? Bm25.Bound(Factor, impact, _stretch) : _tailBound;
    }

    /// <summary>Adds the scores of all documents of the window.</summary>
    public void AddTo(SearchWindow window, ReadOnlySpan<int> lengths, Bm25 bm25)
    {
        var factor = Factor;
        if (_cursor.Seek(window.From) >= window.To)
        {
            return;
        }

        do
        {
            _cursor.TakeUntil(window.To, out var documents, out var frequencies);
            window.Add(documents, frequencies, factor, lengths, bm25);
        }
        while (_cursor.MoveNext() && _cursor.Document < window.To);
    }

    /// <summary>The score of one document, not before those that were asked for; 0 when it does not hold the term.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public double ScoreOf(int document, ReadOnlySpan<int> lengths, Bm25 bm25) =>
        _cursor.Seek(document) == document ? Bm25.Score(Factor, _cursor.Frequency, bm25.Norm(lengths[document])) : 0;

    // A short list has no blocks with bounds, but is read in no time.
    private double BestOf(ReadOnlySpan<int> lengths, Bm25 bm25)
    {
        var best = 0.0;
        while (_cursor.MoveNext())
        {
            best = Math.Max(best, Bm25.Score(Factor, _cursor.Frequency, bm25.Norm(lengths[_cursor.Document])));
        }

        _cursor.Restart();
        return best;
    }
}
