namespace PaperChat.Comparison.Figures;

/// <summary>A measure that a text names.</summary>
internal sealed record MetricMention(int Start, int Length, string Key, bool? HigherIsBetter)
{
    public int End => Start + Length;
}
