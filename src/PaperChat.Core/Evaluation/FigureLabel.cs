using PaperChat.Text;

namespace PaperChat.Evaluation;

/// <summary>A figure as a person read it out of a sentence. Spans count in the paper's abstract; of several data sets any may be found.</summary>
public sealed record FigureLabel(TextSpan Value, TextSpan Metric, IReadOnlyList<TextSpan> DataSets, TextSpan? Method, bool IsChange);
