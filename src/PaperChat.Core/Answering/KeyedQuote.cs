namespace PaperChat.Answering;

/// <summary>A passage of the paper behind a key.</summary>
public sealed record KeyedQuote(int Key, Quote Quote);
