using System.Text.Json;

namespace PaperChat.Hosting.Teams;

/// <summary>
/// What the connector sends, as far as the bot reads it; the activity schema of the Bot Framework 3. All of it is text of strangers.
/// </summary>
internal sealed record Activity
{
    public required string Type { get; init; }

    /// <summary>Null where the sender gave none.</summary>
    public string? Id { get; init; }

    /// <summary>In the form of <see cref="Teams.ServiceUrl"/>.</summary>
    public required string ServiceUrl { get; init; }

    public string? ChannelId { get; init; }

    public required string ConversationId { get; init; }

    public required ConversationScope Scope { get; init; }

    /// <summary>The directory of the conversation; null where it is not told.</summary>
    public string? Tenant { get; init; }

    public string? FromId { get; init; }

    public string? FromName { get; init; }

    /// <summary>The bot, as this conversation knows it.</summary>
    public string? RecipientId { get; init; }

    public string? RecipientName { get; init; }

    /// <summary>What was said, without the mention of the bot and without markup of others.</summary>
    public string Text { get; init; } = "";

    /// <summary>The message that an invoke belongs to; null where the sender does not tell.</summary>
    public string? ReplyToId { get; init; }

    /// <summary><c>adaptiveCard/action</c>, <c>message/submitAction</c>.</summary>
    public string? Name { get; init; }

    /// <summary><c>add</c>, <c>remove</c> of an installation.</summary>
    public string? Action { get; init; }

    public IReadOnlyList<string> MembersAdded { get; init; } = [];

    /// <summary>Of an invoke or a card; undefined without one.</summary>
    public JsonElement Value { get; init; }

    /// <summary>Whether answers may be streamed: Teams takes streams in personal chats alone.</summary>
    public bool TakesStreams => Scope == ConversationScope.Personal && ChannelId == Channels.Teams;
}
