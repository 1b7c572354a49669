using PaperChat.Embedded.Index;
using PaperChat.Library;

namespace PaperChat.Embedded.Vectors;

/// <summary>Makes both lists of candidates. Those of the dense one carry their lexical scores too, so that no list has to be long.</summary>
internal static class BothSearches
{
    public static CandidateLists Run(IndexSnapshot snapshot, SearchRequest request, CancellationToken cancellationToken)
    {
        var lexical = new LexicalSearch(snapshot, request, cancellationToken);
        var words = lexical.Run();
        var near = new DenseSearch(snapshot, request, cancellationToken).Run();
        var scores = lexical.ScoresOf(near);
        return new CandidateLists(
            words,
            [.. near.Select((r, i) => new Candidate(r.Paper, r.Ordinal, r.Score) { Vector = SegmentVectors.Of(r, request), Bm25 = scores[i] })]);
    }
}
