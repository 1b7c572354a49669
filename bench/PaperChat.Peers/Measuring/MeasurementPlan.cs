namespace PaperChat.Peers.Measuring;

/// <summary>How long and how often one engine is asked at one size. An engine that is slow gets fewer queries, never more time.</summary>
internal sealed record MeasurementPlan
{
    /// <summary>Results wanted of a timed query.</summary>
    public const int Depth = 10;

    /// <summary>Results wanted where quality is measured.</summary>
    public const int QualityDepth = 100;

    /// <summary>The most seconds spent on queries that are not timed, before the first that is.</summary>
    public required double WarmSeconds { get; init; }

    /// <summary>The most seconds spent on timing single queries, one after another.</summary>
    public required double LatencySeconds { get; init; }

    /// <summary>The most times each query is timed.</summary>
    public int Passes { get; init; } = 3;

    /// <summary>How long one window of throughput is; windows of one and two threads take turns.</summary>
    public required double WindowSeconds { get; init; }

    /// <summary>Windows for each number of threads.</summary>
    public int Windows { get; init; } = 3;

    /// <summary>The most seconds spent on ranking the questions for quality; 0 measures none.</summary>
    public required double QualitySeconds { get; init; }

    private const double MostQualitySeconds = 600;

    public static MeasurementPlan Of(double minutes, bool quality) => new()
    {
        WarmSeconds = minutes * 10,
        LatencySeconds = minutes * 26,
        WindowSeconds = minutes * 4,
        QualitySeconds = quality ? MostQualitySeconds : 0,
    };
}
