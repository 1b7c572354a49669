using PaperChat.Peers.Questions;

namespace PaperChat.Peers.Measuring;

/// <summary>What a process that runs one engine is told, in a JSON file; written by the comparison, read by every engine.</summary>
internal sealed record PeerJob
{
    /// <summary>JSON Lines with <c>id</c>, <c>title</c> and <c>abstract</c>; other fields may be there.</summary>
    public required string Papers { get; init; }

    /// <summary>A folder for what the engine builds; empty before it builds.</summary>
    public required string Index { get; init; }

    /// <summary>Where the process writes its <see cref="BuildOutput"/> or <see cref="SearchOutput"/>.</summary>
    public required string Output { get; init; }

    public required MeasurementPlan Plan { get; init; }

    public required IReadOnlyList<PeerQuery> Queries { get; init; }

    public int Depth { get; init; } = MeasurementPlan.Depth;

    public int QualityDepth { get; init; } = MeasurementPlan.QualityDepth;
}
