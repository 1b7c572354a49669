using System.Buffers;
using PaperChat.Embedded.Vectors;
using PaperChat.Library;
using PaperChat.Papers;

namespace PaperChat.Embedded.Index;

/// <summary>Ranks the documents of one snapshot by BM25, one term at a time in each segment.</summary>
internal sealed class LexicalSearch(IndexSnapshot snapshot, SearchRequest request, CancellationToken cancellationToken)
{
    private readonly Bm25 _bm25 = new(snapshot.Documents, snapshot.AverageLength);
    private readonly List<(string Term, double Factor)> _terms = [];

    public List<Candidate> Run()
    {
        foreach (var (term, weight) in request.Terms)
        {
            if (weight > 0 && snapshot.FrequencyOf(term) is > 0 and var frequency)
            {
                _terms.Add((term, weight * _bm25.Idf(frequency)));
            }
        }

        var best = new BestDocuments(request.Limit);
        if (_terms.Count > 0 && request.Limit > 0)
        {
            foreach (var segment in snapshot.Segments)
            {
                Search(segment, best);
            }
        }

        return [.. best.Ranked().Select(ToCandidate)];
    }

    private void Search(LiveSegment segment, BestDocuments best)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var allowed = AllowedIn(segment);
        if (allowed is not null && allowed.Count() == 0)
        {
            return;
        }

        var documents = segment.File.Documents;
        var scores = ArrayPool<double>.Shared.Rent(documents);
        try
        {
            Array.Clear(scores, 0, documents);
            foreach (var (term, factor) in _terms)
            {
                cancellationToken.ThrowIfCancellationRequested();
                AddScores(segment, term, factor, scores);
            }

            best.Take(segment, scores.AsSpan(0, documents), allowed);
        }
        finally
        {
            ArrayPool<double>.Shared.Return(scores);
        }
    }

    private void AddScores(LiveSegment segment, string term, double factor, double[] scores)
    {
        if (!segment.TryFindTerm(term, out var entry))
        {
            return;
        }

        var titles = segment.File.TitleLengths;
        var texts = segment.File.TextLengths;
        var cursor = new PostingCursor(segment.File.Postings(in entry));
        while (cursor.MoveNext())
        {
            var document = cursor.Document;
            var norm = _bm25.Norm(titles[document] + texts[document]);
            scores[document] += Bm25.Score(factor, cursor.InTitle + cursor.InText, norm);
        }
    }

    /// <summary>The documents that filters, phrases and deletions leave; null when that is all of them.</summary>
    private Bits? AllowedIn(LiveSegment segment)
    {
        var allowed = segment.LiveDocuments?.Copy();
        if (FilterEvaluator.Evaluate(segment.File, request.Filters) is { } papers)
        {
            var filtered = new Bits(segment.File.Documents);
            var paperOf = segment.File.DocumentPapers;
            for (var document = 0; document < paperOf.Length; document++)
            {
                if (papers[paperOf[document]])
                {
                    filtered.Set(document);
                }
            }

            allowed = Intersect(allowed, filtered);
        }

        foreach (var phrase in request.RequiredPhrases)
        {
            cancellationToken.ThrowIfCancellationRequested();
            allowed = Intersect(allowed, PhraseFinder.Find(segment, phrase));
        }

        foreach (var phrase in request.ExcludedPhrases)
        {
            cancellationToken.ThrowIfCancellationRequested();
            allowed ??= Bits.All(segment.File.Documents);
            allowed.AndNot(PhraseFinder.Find(segment, phrase));
        }

        return allowed;
    }

    private static Bits Intersect(Bits? some, Bits others)
    {
        if (some is null)
        {
            return others;
        }

        some.And(others);
        return some;
    }

    private Candidate ToCandidate(RankedDocument ranked)
    {
        var candidate = new Candidate(ranked.Paper, ranked.Ordinal, ranked.Score) { Vector = SegmentVectors.Of(ranked, request) };
        return request.Explain ? candidate with { Explanation = Explain(ranked) } : candidate;
    }

    // A term that stands in title and text adds to both in proportion to its frequency there.
    private List<TermScore> Explain(RankedDocument ranked)
    {
        var file = ranked.Segment.File;
        var parts = new List<TermScore>();
        foreach (var (term, factor) in _terms)
        {
            if (!ranked.Segment.TryFindTerm(term, out var entry))
            {
                continue;
            }

            var cursor = new PostingCursor(file.Postings(in entry));
            while (cursor.MoveNext() && cursor.Document < ranked.Document)
            {
            }

            if (cursor.Document != ranked.Document)
            {
                continue;
            }

            var frequency = cursor.InTitle + cursor.InText;
            var score = Bm25.Score(factor, frequency, _bm25.Norm(file.TitleLengths[ranked.Document] + file.TextLengths[ranked.Document]));
            Add(parts, term, PaperField.Title, cursor.InTitle, score / frequency);
            Add(parts, term, (PaperField)file.DocumentFields[ranked.Document], cursor.InText, score / frequency);
        }

        return parts;
    }

    private static void Add(List<TermScore> parts, string term, PaperField field, int frequency, double scoreEach)
    {
        if (frequency > 0)
        {
            parts.Add(new TermScore(term, field, frequency, scoreEach * frequency));
        }
    }
}
