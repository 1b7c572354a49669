using PaperChat.Evidence;
using PaperChat.Papers;
using PaperChat.Retrieval;

namespace PaperChat.Answering;

/// <summary>
/// The evidence of one answer while searches add to it. It alone issues keys, each paper's once: what a search finds again keeps its
/// key. Thread-safe.
/// </summary>
public sealed class GatheredEvidence
{
    /// <summary>The most papers an answer is written from.</summary>
    public const int MostChosen = 8;

    // A paper that a model chose counts as much as one to which it gives this score, of 10.
    private const int ScoreOfChosen = 8;

    private const int Sentences = 2;
    private const int Words = 60;

    private readonly Lock _gate = new();
    private readonly EvidenceSet _first;
    private readonly List<EvidenceItem> _items;

    /// <param name="first">What the question itself found; its papers keep their keys.</param>
    public GatheredEvidence(EvidenceSet first)
    {
        ArgumentNullException.ThrowIfNull(first);
        _first = first;
        _items = [.. first.Items];
    }

    /// <summary>All papers so far, by key.</summary>
    public IReadOnlyList<EvidenceItem> Items
    {
        get
        {
            lock (_gate)
            {
                return [.. _items];
            }
        }
    }

    /// <summary>Takes in papers of a ranking.</summary>
    /// <returns>The papers with their keys, in the same order.</returns>
    public IReadOnlyList<EvidenceItem> Add(Ranking ranking, IEnumerable<RankedPaper> papers)
    {
        ArgumentNullException.ThrowIfNull(ranking);
        ArgumentNullException.ThrowIfNull(papers);
        lock (_gate)
        {
            return [.. papers.Select(p => Find(p.Paper.Paper.Id) ?? Issue(ranking, p))];
        }
    }

    /// <summary>The paper with a key; null where none was issued.</summary>
    public EvidenceItem? Find(int key)
    {
        lock (_gate)
        {
            return key > 0 && key <= _items.Count ? _items[key - 1] : null;
        }
    }

    /// <summary>
    /// Evidence made of the papers with these keys, numbered anew in their order; the first evidence where no key was issued.
    /// </summary>
    public EvidenceSet Choose(IEnumerable<int> keys, int? maxPapers)
    {
        ArgumentNullException.ThrowIfNull(keys);
        lock (_gate)
        {
            EvidenceItem[] chosen = [.. keys.Distinct().Where(k => k > 0 && k <= _items.Count).Select(k => _items[k - 1])];
            return Choose(_first, chosen, _items.Select(i => i.Paper), maxPapers, DeepSearch.ConfidenceOf(ScoreOfChosen));
        }
    }

    /// <summary>Evidence made of some of the papers that were seen, best first; the first evidence where none is chosen.</summary>
    internal static EvidenceSet Choose(
        EvidenceSet first, IEnumerable<EvidenceItem> chosen, IEnumerable<RankedPaper> seen, int? maxPapers, double confidence)
    {
        EvidenceItem[] best = [.. chosen.Take(Math.Min(maxPapers ?? MostChosen, MostChosen)).Select((item, i) => item with { Key = i + 1 })];
        return best.Length == 0 ? first : first with
        {
            Items = best,
            Ranking = first.Ranking with { Papers = [.. best.Select(i => i.Paper).Concat(seen).Concat(first.Ranking.Papers).DistinctBy(p => p.Paper.Paper.Id)] },
            Confidence = Math.Max(first.Confidence, confidence),
            Refusal = null,
        };
    }

    private EvidenceItem? Find(PaperId paper) => _items.Find(i => i.Paper.Paper.Paper.Id == paper);

    private EvidenceItem Issue(Ranking ranking, RankedPaper paper)
    {
        var item = new EvidenceItem(_items.Count + 1, paper, SentenceSelector.Select(ranking.Terms, paper, Sentences, Words));
        _items.Add(item);
        return item;
    }
}
