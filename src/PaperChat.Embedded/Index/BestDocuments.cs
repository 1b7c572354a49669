namespace PaperChat.Embedded.Index;

/// <summary>
/// Keeps the documents that may be among the best. Scores arrive as sums in any order of the terms, so that the last bits may
/// differ: documents within <see cref="Noise"/> of the worst of the best are kept too, and told apart in the end by their sums in
/// the order of the query.
/// </summary>
internal sealed class BestDocuments
{
    /// <summary>Far more than sums of a few hundred terms can differ by, far less than two different scores do.</summary>
    public const double Noise = 1e-12;

    private const int SmallestCompaction = 1024;

    private readonly List<ScoredDocument> _kept = [];

    // The best scores as a heap with the least on top; its size is the limit once there are enough.
    private double[] _heap = [];
    private int _heapCount;
    private int _limit;
    private int _compactAt;

    /// <summary>What a document must reach to be worth offering; 0 while there are too few.</summary>
    public double Least { get; private set; }

    public void Start(int limit)
    {
        _limit = limit;
        _heapCount = 0;
        _kept.Clear();
        _compactAt = Math.Max(SmallestCompaction, limit * 8);
        Least = 0;
    }

    public void Take(LiveSegment segment, ReadOnlySpan<int> documents, ReadOnlySpan<double> scores)
    {
        for (var i = 0; i < documents.Length; i++)
        {
            if (scores[i] >= Least && scores[i] > 0)
            {
                Offer(new ScoredDocument(segment, documents[i], scores[i]));
            }
        }
    }

    /// <summary>All that may be among the best, the highest sum first. Valid until the next <see cref="Start"/>.</summary>
    public List<ScoredDocument> Ranked()
    {
        Compact();
        _kept.Sort(static (a, b) => b.Score.CompareTo(a.Score));
        return _kept;
    }

    private void Offer(ScoredDocument document)
    {
        _kept.Add(document);
        if (_heapCount < _limit)
        {
            Push(document.Score);
        }
        else if (document.Score > _heap[0])
        {
            ReplaceTop(document.Score);
        }

        if (_heapCount == _limit)
        {
            Least = _heap[0] * (1 - Noise);
        }

        if (_kept.Count >= _compactAt)
        {
            Compact();
            _compactAt = Math.Max(_compactAt, _kept.Count * 2);
        }
    }

    private void Compact()
    {
        var least = Least;
        _kept.RemoveAll(d => d.Score < least);
    }

    private void Push(double score)
    {
        if (_heapCount == _heap.Length)
        {
            Array.Resize(ref _heap, Math.Max(16, _heap.Length * 2));
        }

        var at = _heapCount++;
        for (; at > 0 && _heap[(at - 1) / 2] > score; at = (at - 1) / 2)
        {
            _heap[at] = _heap[(at - 1) / 2];
        }

        _heap[at] = score;
    }

    private void ReplaceTop(double score)
    {
        var at = 0;
        for (var child = 1; child < _heapCount; child = (at * 2) + 1)
        {
            child += child + 1 < _heapCount && _heap[child + 1] < _heap[child] ? 1 : 0;
            if (_heap[child] >= score)
            {
                break;
            }

            _heap[at] = _heap[child];
            at = child;
        }

        _heap[at] = score;
    }
}
