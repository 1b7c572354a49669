namespace PaperChat.Review;

/// <summary>A sentence or table cell of a draft: the line on which it begins (from 1), its text without markup, and the keys it cites.</summary>
internal sealed record DraftClaim(int Line, string Text, IReadOnlyList<string> Keys, bool IsQuoted, bool IsCell);
