using PaperChat.Answering;

namespace PaperChat.Chat.Json;

internal sealed record CitationShape(int N, PaperShape Paper, IReadOnlyList<QuoteShape> Quotes)
{
    public static CitationShape Of(Citation citation) =>
        new(citation.Number, PaperShape.Of(citation.Paper), [.. citation.Quotes.Select(QuoteShape.Of)]);
}
