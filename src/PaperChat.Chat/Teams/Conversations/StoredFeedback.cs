namespace PaperChat.Chat.Teams.Conversations;

/// <summary>What somebody thought of an answer.</summary>
/// <param name="At">When.</param>
/// <param name="Reaction"><c>like</c> or <c>dislike</c>.</param>
/// <param name="Text">In words; may be empty.</param>
/// <param name="From">Whose it is, by the channel's id.</param>
/// <param name="Question">The question or command that was answered; null where that is not kept any more.</param>
/// <param name="Message">The rated message; null where the sender did not tell.</param>
internal sealed record StoredFeedback(DateTimeOffset At, string Reaction, string Text, string? From, string? Question, string? Message);
