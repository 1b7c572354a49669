using PaperChat.Answering;
using PaperChat.Comparison.Figures;

namespace PaperChat.Comparison;

/// <summary>
/// A figure of a compared paper: the method whose it is by name (null where neither the sentence nor the title names one), and the
/// sentence it stands in. Its value stands in the quote's text, character for character.
/// </summary>
public sealed record ComparedFigure(int Key, ReportedFigure Figure, string? Method, Quote Quote);
