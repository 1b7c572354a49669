using System.Security.Cryptography;
using PaperChat.Hosting.Teams;

namespace PaperChat.Chat.Teams.Conversations;

/// <summary>
/// The conversations, a file each. Two servers may share the folder: a change reads the file, makes the new content and puts it in its
/// place under a lock.
/// </summary>
internal sealed class ConversationStore(string folder, TimeProvider time)
{
    private const string Cards = "cards";

    private static readonly TimeSpan CardsKept = TimeSpan.FromDays(90);

    private readonly StateFolder _files = new(folder, time);

    /// <summary>The name of a conversation's file.</summary>
    public static string KeyOf(Activity activity)
    {
        ArgumentNullException.ThrowIfNull(activity);
        return StateFolder.NameOf($"{activity.ChannelId}\n{activity.ConversationId}");
    }

    /// <summary>Makes the folder, and forgets cards that nobody will press any more.</summary>
    public void Prepare()
    {
        _files.Prepare();
        _files.Forget(Cards, time.GetUtcNow() - CardsKept);
    }

    public async Task<ConversationState> ReadAsync(string key, CancellationToken cancellationToken) =>
        await StateFolder.ReadAsync(_files.PathOf(StateFolder.Conversations, key), StateJson.Relaxed.ConversationState, cancellationToken) ?? new ConversationState();

    /// <summary>Changes a conversation; the change may be called by one server at a time, and gives null to leave it as it is.</summary>
    /// <returns>Whether it was changed.</returns>
    public async Task<bool> ChangeAsync(string key, Func<ConversationState, ConversationState?> change, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(change);
        using var held = await _files.LockAsync(key, cancellationToken);
        if (change(await ReadAsync(key, cancellationToken)) is not { } changed)
        {
            return false;
        }

        await StateFolder.WriteAsync(_files.PathOf(StateFolder.Conversations, key), changed, StateJson.Relaxed.ConversationState, cancellationToken);
        return true;
    }

    /// <summary>A name for a card, which nobody can guess.</summary>
    public static string NewCardId() => Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(20));

    public Task KeepAsync(string id, KeptCard card, CancellationToken cancellationToken) =>
        StateFolder.WriteAsync(_files.PathOf(Cards, id), card, StateJson.Relaxed.KeptCard, cancellationToken);

    /// <summary>A card that was kept for this conversation; null without one.</summary>
    public async Task<KeptCard?> FindCardAsync(string? id, string key, CancellationToken cancellationToken) =>
        id is { Length: 40 } && id.All(char.IsAsciiHexDigitLower)
        && await StateFolder.ReadAsync(_files.PathOf(Cards, id), StateJson.Relaxed.KeptCard, cancellationToken) is { } card && card.Conversation == key
            ? card : null;
}
