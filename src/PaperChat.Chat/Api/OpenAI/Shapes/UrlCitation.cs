namespace PaperChat.Chat.Api.OpenAI.Shapes;

/// <summary>Where in the content (UTF-16 code units, end exclusive) a paper is cited, and its address.</summary>
internal sealed record UrlCitation(int StartIndex, int EndIndex, string Url, string Title);
