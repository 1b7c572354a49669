namespace PaperChat.Peers.Figures;

/// <summary>All raw figures of one run of the comparison.</summary>
internal sealed record ComparisonFigures
{
    public required DateTimeOffset Measured { get; init; }

    public required int Cores { get; init; }

    public required int Queries { get; init; }

    public required double Minutes { get; init; }

    public required IReadOnlyList<SizeFigures> Sizes { get; init; }

    /// <summary>What was left out, in sentences.</summary>
    public required IReadOnlyList<string> Notes { get; init; }
}
