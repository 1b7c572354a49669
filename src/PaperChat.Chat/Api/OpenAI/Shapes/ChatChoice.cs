namespace PaperChat.Chat.Api.OpenAI.Shapes;

internal sealed record ChatChoice(int Index, ChatMessage Message, string FinishReason);
