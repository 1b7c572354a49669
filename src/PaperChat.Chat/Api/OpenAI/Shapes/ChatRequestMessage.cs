using System.Text.Json;

namespace PaperChat.Chat.Api.OpenAI.Shapes;

/// <summary>A message of a conversation; the content is text, or a list of parts of which those of type text count.</summary>
internal sealed record ChatRequestMessage(string? Role, JsonElement? Content);
