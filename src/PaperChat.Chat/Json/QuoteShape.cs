using PaperChat.Answering;

namespace PaperChat.Chat.Json;

/// <summary>Stored text at its offsets (UTF-16 code units, end exclusive).</summary>
internal sealed record QuoteShape(string Text, string Field, int Start, int End, int? Page)
{
    public static QuoteShape Of(Quote quote) => new(quote.Text, WireNames.Of(quote.Field), quote.Start, quote.End, quote.Page);
}
