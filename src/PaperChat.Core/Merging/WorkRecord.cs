using PaperChat.Papers;

namespace PaperChat.Merging;

/// <summary>
/// One of the records that a paper is made of: what one source says of it under one id, in all the versions that were met. A source
/// that leaves out later what it said before still says it.
/// </summary>
public sealed record WorkRecord
{
    /// <summary>See <see cref="RecordOrigins.SourceOf"/>.</summary>
    public required string Source { get; init; }

    /// <summary>The best id that it made a paper known by.</summary>
    public required PaperId Id { get; init; }

    /// <summary>All ids that it came with, the best first; never empty.</summary>
    public required IReadOnlyList<PaperId> Ids { get; init; }

    /// <summary>The oldest first; never empty. Of two with version numbers, days of change or days of a list these decide, in this order, else the time of reading.</summary>
    public required IReadOnlyList<RecordVersion> Versions { get; init; }

    public RecordOrigin Origin => RecordOrigins.Of(Source);

    /// <summary>The day on which it was first met.</summary>
    public DateOnly FirstSeen => Versions.Min(v => v.Seen);

    /// <summary>All that it says by its newest version, and where that one leaves something open, by the ones before.</summary>
    public Paper Current => Versions.Skip(1).Aggregate(Versions[0].Paper, (older, v) => RecordOverlay.Of(older, v.Paper)) with { Id = Id };

    /// <summary>What it said from each of its versions on; the last one is <see cref="Current"/>.</summary>
    public IReadOnlyList<RecordState> History()
    {
        List<RecordState> states = [new(Versions[0], Versions[0].Paper with { Id = Id }, [])];
        foreach (var version in Versions.Skip(1))
        {
            var before = states[^1].Paper;
            var after = RecordOverlay.Of(before, version.Paper);
            states.Add(new RecordState(version, after, [.. PaperFieldName.All.Where(f => !f.IsSame(before, after)).Select(f => f.Name)]));
        }

        return states;
    }
}
