namespace PaperChat.Embedded.Index;

/// <summary>
/// Finds the best documents of a segment with bounds as MaxScore does (Turtle and Flood 1995), window after window as in Lucene's
/// bulk scorer: terms whose bounds together cannot reach the worst of the best so far are only looked up for documents that hold
/// one of the other terms. Used again for other segments. Not thread-safe.
/// </summary>
internal sealed class SegmentSearch
{
    private readonly SearchWindow _window = new();
    private readonly List<TermScorer> _scorers = [];
    private TermScorer[] _byBound = [];
    private double[] _sums = [];
    private int _count;

    /// <summary>Takes a term of the segment into the next <see cref="Run"/>.</summary>
    public void AddTerm(SegmentFile file, int term, double factor, Bm25 bm25, double stretch)
    {
        if (_count == _scorers.Count)
        {
            _scorers.Add(new TermScorer());
        }

        _scorers[_count++].Open(file, term, factor, bm25, stretch);
    }

    public void Run(LiveSegment segment, Bm25 bm25, Bits? allowed, BestDocuments best, CancellationToken cancellationToken)
    {
        if (_count == 0)
        {
            return;
        }

        if (_byBound.Length < _count)
        {
            (_byBound, _sums) = (new TermScorer[_scorers.Count], new double[_scorers.Count + 1]);
        }

        _scorers.CopyTo(0, _byBound, 0, _count);
        var documents = segment.File.Documents;
        var lengths = segment.File.DocumentLengths;
        for (var from = 0; from < documents; from += SearchWindow.Size)
        {
            cancellationToken.ThrowIfCancellationRequested();
            _window.Move(from, Math.Min(from + SearchWindow.Size, documents));
            SearchTerms(lengths, bm25, allowed, best.Least);
            best.Take(segment, _window.Documents, _window.Sums);
        }

        _count = 0;
    }

    private void SearchTerms(ReadOnlySpan<int> lengths, Bm25 bm25, Bits? allowed, double least)
    {
        SortByBound();

        // The terms before this one matter only together with others.
        var essential = 0;
        while (essential < _count && _sums[essential + 1] < least)
        {
            essential++;
        }

        if (essential == _count || _byBound[_count - 1].Bound == 0)
        {
            return;
        }

        for (var i = essential; i < _count; i++)
        {
            if (_byBound[i].Bound > 0)
            {
                _byBound[i].AddTo(_window, lengths, bm25);
            }
        }

        _window.Gather(least - _sums[essential], allowed);
        for (var i = essential - 1; i >= 0 && _window.Count > 0 && _byBound[i].Bound > 0; i--)
        {
            _window.Refine(_byBound[i], least - _sums[i + 1], lengths, bm25);
        }
    }

    // Bounds change little from window to window: sorting by insertion hardly moves anything. _sums[i] is what the first i add.
    private void SortByBound()
    {
        var terms = _byBound;
        for (var i = 0; i < _count; i++)
        {
            var term = terms[i];
            term.BoundIn(_window.From, _window.To);
            var at = i;
            for (; at > 0 && terms[at - 1].Bound > term.Bound; at--)
            {
                terms[at] = terms[at - 1];
            }

            terms[at] = term;
        }

        _sums[0] = 0;
        for (var i = 0; i < _count; i++)
        {
            _sums[i + 1] = _sums[i] + terms[i].Bound;
        }
    }
}
