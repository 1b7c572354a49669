namespace PaperChat.Review;

/// <summary>Something in a draft that does not hold: where, what, and why in words for the user.</summary>
public sealed record DraftFinding(int Line, DraftFindingKind Kind, string Text, IReadOnlyList<string> Keys, string Message);
