using PaperChat.Answering;

namespace PaperChat.Comparison;

/// <summary>
/// What a cell says: display text, the passage behind it, and how it was checked. A verbatim statement equals its quote after cleaning;
/// <see cref="IsCut"/> says that the quoted sentence goes on.
/// </summary>
public sealed record ComparisonStatement(string Text, Quote Quote, SentenceVerdict Verdict, bool IsCut = false);
