namespace PaperChat.Comparison.Figures;

/// <summary>A number of a text that may be a figure: its digits, and the end of the unit after them.</summary>
internal sealed record NumberMention(double Value, int Start, int Length, string Unit, int End, bool HasSign)
{
    /// <summary>Whether its form alone makes it likely to be measured: a decimal, a share, a factor or a signed number.</summary>
    public bool LooksMeasured { get; init; }
}
