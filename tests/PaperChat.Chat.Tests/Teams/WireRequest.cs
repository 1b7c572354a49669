namespace PaperChat.Chat.Tests.Teams;

/// <summary>A request as it went out.</summary>
internal sealed record WireRequest(Uri Uri, string? Authorization, string Body);
