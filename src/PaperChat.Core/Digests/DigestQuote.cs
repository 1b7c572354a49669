using PaperChat.Papers;

namespace PaperChat.Digests;

/// <summary>
/// A sentence that says why a paper is in a digest: as it reads, and where it stands in the paper's stored text, in UTF-16 code units,
/// <see cref="End"/> exclusive.
/// </summary>
public sealed record DigestQuote(string Text, PaperField Field, int Start, int End);
