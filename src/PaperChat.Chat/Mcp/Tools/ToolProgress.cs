namespace PaperChat.Chat.Mcp.Tools;

/// <summary>A step of a call: <paramref name="Done"/> of <paramref name="All"/>, and what is being done now.</summary>
internal readonly record struct ToolProgress(float Done, int All, string Doing);
