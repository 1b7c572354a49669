namespace PaperChat.Library;

/// <summary>An analysed term and the factor on its BM25 score; 1 for a word of the question itself.</summary>
public sealed record WeightedTerm(string Term, float Weight = 1f);
