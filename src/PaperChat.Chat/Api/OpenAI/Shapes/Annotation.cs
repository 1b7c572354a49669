namespace PaperChat.Chat.Api.OpenAI.Shapes;

internal sealed record Annotation(UrlCitation UrlCitation)
{
    public string Type { get; } = "url_citation";
}
