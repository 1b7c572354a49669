using PaperChat.Papers;

namespace PaperChat.Answering;

/// <summary>A passage of the paper behind a key.</summary>
public sealed record DraftQuote(int Key, PaperField Field, int Start, int Length);
