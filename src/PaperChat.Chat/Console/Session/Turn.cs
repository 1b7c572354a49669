using PaperChat.Answering;

namespace PaperChat.Chat.Console.Session;

/// <summary>A question of the conversation; without an answer it was stopped or failed.</summary>
internal sealed record Turn(string Question, Answer? Answer);
