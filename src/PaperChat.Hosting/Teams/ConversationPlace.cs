using System.Text.Json.Serialization;

namespace PaperChat.Hosting.Teams;

/// <summary>Where a conversation is, as its latest checked activity told: enough to say something there without being asked.</summary>
internal sealed record ConversationPlace
{
    private const int KeyLength = 40;

    /// <summary>In the form of <see cref="Teams.ServiceUrl"/>.</summary>
    public required string ServiceUrl { get; init; }

    public string? ChannelId { get; init; }

    public required string ConversationId { get; init; }

    [JsonConverter(typeof(JsonStringEnumConverter<ConversationScope>))]
    public ConversationScope Scope { get; init; }

    public string? Tenant { get; init; }

    public string? BotId { get; init; }

    public string? BotName { get; init; }

    public static ConversationPlace Of(Activity activity)
    {
        ArgumentNullException.ThrowIfNull(activity);
        return new ConversationPlace
        {
            ServiceUrl = activity.ServiceUrl,
            ChannelId = activity.ChannelId,
            ConversationId = activity.ConversationId,
            Scope = activity.Scope,
            Tenant = activity.Tenant,
            BotId = activity.RecipientId,
            BotName = activity.RecipientName,
        };
    }

    /// <summary>Whether a text can be the key of a conversation, and so the name of its file.</summary>
    public static bool IsKey(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return text.Length == KeyLength && text.All(char.IsAsciiHexDigitLower);
    }

    /// <summary>The place of a conversation that the bot is in; null where it is in none of this key.</summary>
    /// <exception cref="StateException">What is kept of it cannot be read.</exception>
    public static async Task<ConversationPlace?> FindAsync(string folder, string key, CancellationToken cancellationToken) => IsKey(key)
        ? (await StateFolder.ReadAsync(StateFolder.PathOf(folder, StateFolder.Conversations, key), KeptPlaceJson.Default.KeptPlace, cancellationToken))?.Place
        : null;

    /// <summary>What a message without a question before it is sent to.</summary>
    public Activity Target() => new()
    {
        Type = "message",
        ServiceUrl = ServiceUrl,
        ChannelId = ChannelId,
        ConversationId = ConversationId,
        Scope = Scope,
        Tenant = Tenant,
        RecipientId = BotId,
        RecipientName = BotName,
    };
}
