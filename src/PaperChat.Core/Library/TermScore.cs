using PaperChat.Papers;

namespace PaperChat.Library;

/// <summary>What one term in one field adds to a candidate's score.</summary>
public readonly record struct TermScore(string Term, PaperField Field, int Frequency, double Score);
