using PaperChat.Answering;
using PaperChat.Text;

namespace PaperChat.Chat.Json;

/// <summary>Stored text at its offsets (UTF-16 code units, end exclusive); <c>Display</c> is the same cleaned for reading, where that differs.</summary>
internal sealed record QuoteShape(string Text, string Field, int Start, int End, int? Page, string? Display)
{
    public static QuoteShape Of(Quote quote)
    {
        ArgumentNullException.ThrowIfNull(quote);
        var cleaned = TextCleaner.Clean(quote.Text);
        return new(quote.Text, WireNames.Of(quote.Field), quote.Start, quote.End, quote.Page, cleaned.IsIdentity ? null : cleaned.Text);
    }
}
