namespace PaperChat.Chat.Json.Events;

/// <summary>Text as it comes, or what is being done before the first text.</summary>
internal sealed record TextEventShape(string Text);
