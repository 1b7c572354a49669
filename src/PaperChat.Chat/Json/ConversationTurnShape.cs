namespace PaperChat.Chat.Json;

/// <summary>A question with its answer; without one it was stopped or failed.</summary>
internal sealed record ConversationTurnShape(string Question, AnswerShape? Answer);
