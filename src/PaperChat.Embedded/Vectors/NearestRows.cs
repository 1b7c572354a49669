namespace PaperChat.Embedded.Vectors;

/// <summary>Keeps the rows of the highest scores above 0, and all that tie with the last of them: ids decide among those later.</summary>
internal sealed class NearestRows(int limit)
{
    // The best scores, the lowest on top.
    private readonly PriorityQueue<float, float> _scores = new();
    private readonly List<(int Segment, int Row, float Score)> _kept = [];
    private float _least;

    public void Offer(int segment, int row, float score)
    {
        if (score < _least || !(score > 0))
        {
            return;
        }

        _kept.Add((segment, row, score));
        if (_scores.Count < limit)
        {
            _scores.Enqueue(score, score);
        }
        else
        {
            _scores.EnqueueDequeue(score, score);
        }

        _least = _scores.Count < limit ? 0 : _scores.Peek();
    }

    /// <summary>The rows in any order; at least as many as wanted where there are so many.</summary>
    public List<(int Segment, int Row, float Score)> All()
    {
        _kept.RemoveAll(k => k.Score < _least);
        return _kept;
    }
}
