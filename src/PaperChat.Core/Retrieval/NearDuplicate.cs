using PaperChat.Papers;

namespace PaperChat.Retrieval;

/// <summary>Two papers of a library that may be one, and the cosine of their vectors.</summary>
public sealed record NearDuplicate(Paper Paper, Paper Like, double Cosine);
