namespace PaperChat.Chat.Api.Access;

/// <summary>Marks an endpoint that needs no key: it tells nothing of the library (health, a page that asks for the key).</summary>
internal sealed class OpenEndpoint
{
    public static OpenEndpoint Instance { get; } = new();
}
