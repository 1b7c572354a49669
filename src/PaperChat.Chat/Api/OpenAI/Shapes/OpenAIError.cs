namespace PaperChat.Chat.Api.OpenAI.Shapes;

internal sealed record OpenAIError(OpenAIErrorDetail Error);
