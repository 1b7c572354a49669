namespace PaperChat.Questions;

/// <summary>An analysed term that stands for a question's term, what it counts (0 to 1), and whether it is only related in meaning.</summary>
public sealed record TermForm(string Term, float Weight, bool IsRelated);
