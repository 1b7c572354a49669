using PaperChat.Papers;

namespace PaperChat.Retrieval;

/// <summary>A paper in a ranking: its place from 1, and its score (higher is better; comparable within one ranking only).</summary>
public sealed record RetrievedPaper(int Rank, Paper Paper, double Score);
