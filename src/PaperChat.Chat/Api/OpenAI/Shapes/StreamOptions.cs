namespace PaperChat.Chat.Api.OpenAI.Shapes;

internal sealed record StreamOptions(bool? IncludeUsage);
