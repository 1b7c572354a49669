using PaperChat.Papers;
using PaperChat.Text;

namespace PaperChat.Evidence;

/// <summary>A sentence of a paper: where it stands in the stored text, how it reads, and its terms.</summary>
public sealed record AnalyzedSentence(PaperField Field, int Ordinal, TextSpan Span, string Display, IReadOnlyList<Token> Tokens);
