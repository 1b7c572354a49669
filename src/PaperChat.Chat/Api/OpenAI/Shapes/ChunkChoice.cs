using System.Text.Json.Serialization;

namespace PaperChat.Chat.Api.OpenAI.Shapes;

/// <summary>A piece of the message; the reason of its end is null before the last piece, and there all the same.</summary>
internal sealed record ChunkChoice(int Index, ChatMessage Delta, [property: JsonIgnore(Condition = JsonIgnoreCondition.Never)] string? FinishReason);
