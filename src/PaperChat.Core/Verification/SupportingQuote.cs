using PaperChat.Answering;
using PaperChat.Papers;

namespace PaperChat.Verification;

/// <summary>A passage of a cited paper that a sentence rests on.</summary>
public sealed record SupportingQuote(PaperId Paper, Quote Quote);
