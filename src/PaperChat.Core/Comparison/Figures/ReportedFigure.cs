using PaperChat.Text;

namespace PaperChat.Comparison.Figures;

/// <summary>
/// A number that a text reports of a method: how well, or at what cost, it does its task. All spans count in the text that was read.
/// </summary>
public sealed record ReportedFigure
{
    public required double Value { get; init; }

    /// <summary>The digits, without sign and unit.</summary>
    public required TextSpan ValueSpan { get; init; }

    /// <summary><c>%</c>, <c>×</c>, <c>points</c>, <c>ms</c>, ...; empty for a bare number.</summary>
    public string Unit { get; init; } = "";

    /// <summary>The measure as the text names it.</summary>
    public required string Metric { get; init; }

    public required TextSpan MetricSpan { get; init; }

    /// <summary>The measure under one name for all ways of writing it (<c>f1</c>), for comparing figures.</summary>
    public required string MetricKey { get; init; }

    /// <summary>Null where it is not known which way is better.</summary>
    public bool? HigherIsBetter { get; init; }

    /// <summary>Data sets, benchmarks or parts of one on which it was measured; empty where the text names none for it.</summary>
    public IReadOnlyList<TextSpan> DataSets { get; init; } = [];

    /// <summary>The method whose figure it is, where the text names it; null for the paper's own or an unnamed one.</summary>
    public TextSpan? Method { get; init; }

    /// <summary>
    /// By how much the data set and the method won against the sentence's other names: a difference of log-odds, the smaller of the two;
    /// at least 0.
    /// </summary>
    public double Certainty { get; init; }

    /// <summary>Whether data set and method are certain enough to set the figure beside others.</summary>
    public bool IsCertain => Certainty >= NameRanking.LeastCertainty;

    /// <summary>True for a gain or loss against something else, false for a value by itself.</summary>
    public bool IsChange { get; init; }
}
