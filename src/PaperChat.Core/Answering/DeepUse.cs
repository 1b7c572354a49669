namespace PaperChat.Answering;

/// <summary>What the deep mode did for an answer: the searches that the model proposed, the candidates it scored, time and tokens.</summary>
public sealed record DeepUse(IReadOnlyList<string> Searches, IReadOnlyList<ScoredPaper> Scored, TimeSpan Time, long Tokens);
