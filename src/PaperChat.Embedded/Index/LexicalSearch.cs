using PaperChat.Embedded.Vectors;
using PaperChat.Library;

namespace PaperChat.Embedded.Index;

/// <summary>Ranks the documents of one snapshot by BM25.</summary>
internal sealed class LexicalSearch(IndexSnapshot snapshot, SearchRequest request, CancellationToken cancellationToken)
{
    private readonly Bm25 _bm25 = snapshot.Bm25;
    private readonly List<QueryTerm> _terms = FindTerms(snapshot, request.Terms);

    public List<Candidate> Run()
    {
        if (_terms.Count == 0 || request.Limit <= 0)
        {
            return [];
        }

        var workspace = SearchWorkspace.Rent();
        workspace.Best.Start(request.Limit);
        for (var i = 0; i < snapshot.Segments.Count; i++)
        {
            Search(i, workspace);
        }

        var ranked = Settle(workspace.Best.Ranked());
        SearchWorkspace.Return(workspace);
        return [.. ranked.Select(ToCandidate)];
    }

    /// <summary>The scores of documents that were found by other means, in their order.</summary>
    public double[] ScoresOf(IReadOnlyList<RankedDocument> documents)
    {
        var scores = new double[documents.Count];
        var cursor = new PostingCursor();
        foreach (var group in Enumerable.Range(0, scores.Length).OrderBy(i => documents[i].Document).GroupBy(i => documents[i].Segment))
        {
            int[] ascending = [.. group];
            var index = IndexOf(group.Key);
            foreach (var term in _terms.Where(t => t.Numbers[index] >= 0))
            {
                cursor.Open(group.Key.File, term.Numbers[index]);
                foreach (var i in ascending)
                {
                    if (cursor.Seek(documents[i].Document) == documents[i].Document)
                    {
                        scores[i] += Bm25.Score(term.Factor, cursor.Frequency, _bm25.Norm(group.Key.File.DocumentLengths[documents[i].Document]));
                    }
                }
            }
        }

        return scores;
    }

    private static List<QueryTerm> FindTerms(IndexSnapshot snapshot, IReadOnlyList<WeightedTerm> wanted)
    {
        var found = new List<QueryTerm>(wanted.Count);
        foreach (var (term, weight) in wanted)
        {
            if (weight > 0 && snapshot.Find(term) is { Frequency: > 0 } where)
            {
                found.Add(new QueryTerm(term, weight * snapshot.Bm25.Idf(where.Frequency), where.Numbers));
            }
        }

        return found;
    }

    private void Search(int index, SearchWorkspace workspace)
    {
        var segment = snapshot.Segments[index];
        var allowed = AllowedDocuments.Of(segment, request, cancellationToken);
        if (allowed is not null && allowed.Count() == 0)
        {
            return;
        }

        var stretch = Impact.Stretch(snapshot.AverageLength, segment.File.AverageLength);
        foreach (var term in _terms)
        {
            if (term.Numbers[index] >= 0)
            {
                workspace.Segment.AddTerm(segment.File, term.Numbers[index], term.Factor, _bm25, stretch);
            }
        }

        workspace.Segment.Run(segment, _bm25, allowed, workspace.Best, cancellationToken);
    }

    // Where two sums are as good as equal, the sum in the order of the query says which is higher, and whether they are equal.
    private List<RankedDocument> Settle(List<ScoredDocument> documents)
    {
        var ranked = new List<RankedDocument>(documents.Count);
        for (var i = 0; i < documents.Count; i++)
        {
            var (segment, document, score) = documents[i];
            var isClose = (i > 0 && documents[i - 1].Score * (1 - BestDocuments.Noise) <= score)
                || (i + 1 < documents.Count && score * (1 - BestDocuments.Noise) <= documents[i + 1].Score);
            ranked.Add(new RankedDocument(segment, document, isClose ? SumInOrder(segment, document) : score));
        }

        ranked.Sort();
        return ranked.Count <= request.Limit ? ranked : ranked.GetRange(0, request.Limit);
    }

    private double SumInOrder(LiveSegment segment, int document) =>
        TermScores(segment, document).Sum(t => Bm25.Score(t.Term.Factor, t.Frequency, _bm25.Norm(segment.File.DocumentLengths[document])));

    private IEnumerable<(QueryTerm Term, int Frequency, int InTitle)> TermScores(LiveSegment segment, int document)
    {
        var index = IndexOf(segment);
        var cursor = new PostingCursor();
        foreach (var term in _terms.Where(t => t.Numbers[index] >= 0))
        {
            cursor.Open(segment.File, term.Numbers[index]);
            if (cursor.Seek(document) == document)
            {
                yield return (term, cursor.Frequency, cursor.InTitle);
            }
        }
    }

    private int IndexOf(LiveSegment segment)
    {
        var index = 0;
        while (snapshot.Segments[index] != segment)
        {
            index++;
        }

        return index;
    }

    private Candidate ToCandidate(RankedDocument ranked)
    {
        var candidate = new Candidate(ranked.Paper, ranked.Ordinal, ranked.Score) { Vector = SegmentVectors.Of(ranked, request) };
        return request.Explain ? candidate with { Explanation = Explain(ranked) } : candidate;
    }

    // A term that stands in title and text adds to both in proportion to its weighted frequency there.
    private List<TermScore> Explain(RankedDocument ranked)
    {
        var parts = new List<TermScore>();
        var file = ranked.Segment.File;
        var norm = _bm25.Norm(file.DocumentLengths[ranked.Document]);
        foreach (var (term, frequency, inTitle) in TermScores(ranked.Segment, ranked.Document))
        {
            var scoreEach = Bm25.Score(term.Factor, frequency, norm) / frequency;
            Add(parts, term.Term, Papers.PaperField.Title, inTitle, scoreEach * FieldWeights.Title);
            var inText = frequency - (inTitle * FieldWeights.Title);
            Add(parts, term.Term, (Papers.PaperField)file.DocumentFields[ranked.Document], inText, scoreEach);
        }

        return parts;
    }

    private static void Add(List<TermScore> parts, string term, Papers.PaperField field, int frequency, double scoreEach)
    {
        if (frequency > 0)
        {
            parts.Add(new TermScore(term, field, frequency, scoreEach * frequency));
        }
    }
}
