namespace PaperChat.Chat.Teams.Access;

/// <summary>
/// Who sent an activity: where its token says that answers go (null where tokens of its kind do not tell), and the channels that the
/// key of the token stands for (null where the key does not tell).
/// </summary>
internal sealed record Caller(string? ServiceUrl, IReadOnlyList<string>? Channels)
{
    /// <summary>Somebody without a token, in development.</summary>
    public static Caller Anonymous { get; } = new(null, null);
}
