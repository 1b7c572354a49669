using PaperChat.Papers;
using PaperChat.Text;

namespace PaperChat.Verification;

/// <summary>A sentence of a cited paper: where it stands in the stored text, and how it reads.</summary>
internal sealed record StoredSentence(Paper Paper, PaperField Field, TextSpan Span, ClaimText Text);
