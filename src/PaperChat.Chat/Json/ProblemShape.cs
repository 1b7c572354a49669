namespace PaperChat.Chat.Json;

/// <summary>An error as RFC 9457 has it; <c>Code</c> is the same stable name that the command line's error objects have.</summary>
internal sealed record ProblemShape(string Type, string Title, int Status, string Detail, string Code);
