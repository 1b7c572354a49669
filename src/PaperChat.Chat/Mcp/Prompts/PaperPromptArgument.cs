namespace PaperChat.Chat.Mcp.Prompts;

/// <summary>What a user gives to a prompt; with a preset it may be left out.</summary>
internal sealed record PaperPromptArgument(string Name, string Description, string? Preset = null);
