using PaperChat.Hosting.Teams;

namespace PaperChat.Chat.Teams.Conversations;

/// <summary>What is kept of a conversation, as its file has it.</summary>
internal sealed record ConversationState
{
    public const int CurrentVersion = 1;

    /// <summary>Of the form of the file.</summary>
    public int Version { get; init; } = CurrentVersion;

    /// <summary>When it was greeted; null before, and after the bot was taken out of it.</summary>
    public DateTimeOffset? Welcomed { get; init; }

    /// <summary>Where it is; null before the bot met it, and after it was taken out of it.</summary>
    public ConversationPlace? Place { get; init; }

    /// <summary>Ids of the latest activities: what the connector delivers twice is done once.</summary>
    public IReadOnlyList<string> Seen { get; init; } = [];

    /// <summary>The latest turns, oldest first.</summary>
    public IReadOnlyList<StoredTurn> Turns { get; init; } = [];

    /// <summary>Set by hand; null before, when those of the server count.</summary>
    public StoredFilters? Filters { get; init; }

    /// <summary>The papers that numbers mean.</summary>
    public IReadOnlyList<StoredPaper> Listed { get; init; } = [];

    /// <summary>The latest messages of which readers are asked what they think, oldest first.</summary>
    public IReadOnlyList<StoredReply> Rated { get; init; } = [];

    /// <summary>The latest opinions, oldest first.</summary>
    public IReadOnlyList<StoredFeedback> Feedback { get; init; } = [];
}
