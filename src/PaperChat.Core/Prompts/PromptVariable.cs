namespace PaperChat.Prompts;

/// <summary>A placeholder of a prompt.</summary>
public sealed record PromptVariable(string Name, string Description, bool IsRequired, string? Default);
