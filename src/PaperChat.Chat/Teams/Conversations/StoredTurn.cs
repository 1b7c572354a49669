namespace PaperChat.Chat.Teams.Conversations;

/// <summary>A question with what was answered; without text it was stopped.</summary>
/// <param name="Question">As the conversation shows it.</param>
/// <param name="Text">The answer; null for a stopped one.</param>
/// <param name="Answered">False for a refusal.</param>
/// <param name="Citations">The papers under the keys of the text.</param>
internal sealed record StoredTurn(string Question, string? Text, bool Answered, IReadOnlyList<StoredPaper> Citations);
