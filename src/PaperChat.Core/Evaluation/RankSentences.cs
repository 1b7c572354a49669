namespace PaperChat.Evaluation;

/// <summary>Ranks the sentences of an abstract for a claim or question: their indices, best first; the worst may be left out.</summary>
public delegate Task<IReadOnlyList<int>> RankSentences(
    string claim, string title, IReadOnlyList<string> sentences, CancellationToken cancellationToken);
