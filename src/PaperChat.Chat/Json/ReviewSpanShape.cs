namespace PaperChat.Chat.Json;

/// <summary>A passage: <c>Length</c> UTF-16 code units of a stored field of the paper, and these as they stand.</summary>
internal sealed record ReviewSpanShape(string Paper, string Field, int Start, int Length, string Quote);
