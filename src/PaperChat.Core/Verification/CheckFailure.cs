namespace PaperChat.Verification;

/// <summary>
/// One reason why a sentence is not supported: <see cref="Claimed"/> is the part of the sentence, <see cref="Found"/> what the cited
/// text has in its place; null when it has nothing.
/// </summary>
public sealed record CheckFailure(CheckFailureKind Kind, string Claimed, string? Found = null);
