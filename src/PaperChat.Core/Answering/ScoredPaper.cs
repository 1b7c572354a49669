using PaperChat.Papers;

namespace PaperChat.Answering;

/// <summary>How far one paper answers the question, 0 to 10 by a model's judgement, and what of it does, in one sentence of the model's.</summary>
public sealed record ScoredPaper(PaperId Paper, int Score, string Summary);
