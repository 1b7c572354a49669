namespace PaperChat.Chat.Mcp;

/// <summary>What a model that called a tool can put right; the message says how. It becomes a result of the tool, never a fault of the protocol.</summary>
internal sealed class ToolException(string message) : PaperChatException(message);
