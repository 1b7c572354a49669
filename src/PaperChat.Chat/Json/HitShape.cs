using PaperChat.Retrieval;

namespace PaperChat.Chat.Json;

internal sealed record HitShape(int Rank, double Score, PaperShape Paper, QuoteShape Snippet, IReadOnlyList<TermScoreShape>? Explanation)
{
    public static HitShape Of(SearchHit hit, bool withAbstract = false) => new(
        hit.Rank,
        WireNames.Score(hit.Score),
        PaperShape.Of(hit.Paper, withAbstract),
        QuoteShape.Of(hit.Snippet),
        hit.Explanation is { } terms ? [.. terms.Select(TermScoreShape.Of)] : null);
}
