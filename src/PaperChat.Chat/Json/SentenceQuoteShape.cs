using PaperChat.Answering;

namespace PaperChat.Chat.Json;

/// <summary>A passage that bears out a sentence, with the number of its citation.</summary>
internal sealed record SentenceQuoteShape(int N, string Text, string Field, int Start, int End)
{
    public static SentenceQuoteShape Of(KeyedQuote quote) =>
        new(quote.Key, quote.Quote.Text, WireNames.Of(quote.Quote.Field), quote.Quote.Start, quote.Quote.End);
}
