namespace PaperChat.Embedded.Index;

/// <summary>Keeps the best documents of all that are offered, in a heap with the worst of them on top.</summary>
internal sealed class BestDocuments(int limit)
{
    private static readonly Comparer<RankedDocument> WorstFirst = Comparer<RankedDocument>.Create((a, b) => b.CompareTo(a));

    private readonly PriorityQueue<RankedDocument, RankedDocument> _kept = new(WorstFirst);

    public void Take(LiveSegment segment, ReadOnlySpan<double> scores, Bits? allowed)
    {
        var worst = WorstScore();
        for (var document = 0; document < scores.Length; document++)
        {
            // An equal score may still win by its id.
            if (scores[document] > 0 && scores[document] >= worst && (allowed is null || allowed[document]))
            {
                Offer(new RankedDocument(segment, document, scores[document]));
                worst = WorstScore();
            }
        }
    }

    public List<RankedDocument> Ranked()
    {
        var ranked = _kept.UnorderedItems.Select(i => i.Element).ToList();
        ranked.Sort();
        return ranked;
    }

    private double WorstScore() => _kept.Count < limit ? 0 : _kept.Peek().Score;

    private void Offer(RankedDocument document)
    {
        if (_kept.Count < limit)
        {
            _kept.Enqueue(document, document);
        }
        else
        {
            _kept.EnqueueDequeue(document, document);
        }
    }
}
