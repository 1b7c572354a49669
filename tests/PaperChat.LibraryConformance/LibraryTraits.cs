namespace PaperChat.LibraryConformance;

/// <summary>In what a library may differ from the strictest one. Everything else is the same for all.</summary>
public sealed record LibraryTraits
{
    public static LibraryTraits Strictest { get; } = new();

    /// <summary>Whether readers see all of a commit at one instant, and a list keeps to the state in which it began. Each paper is whole in any case.</summary>
    public bool CommitsAtOnce { get; init; } = true;

    /// <summary>Whether a second writer is refused; else writers may work side by side.</summary>
    public bool HasOneWriter { get; init; } = true;

    /// <summary>Whether there is a list of the words as they are written.</summary>
    public bool KeepsWords { get; init; } = true;

    /// <summary>The mean length that BM25 is computed with; null where it is that of the library's own chunks.</summary>
    public double? AverageLength { get; init; }

    /// <summary>How far a score may be from its definition, as a share of it. Chunks that are nearer to each other may change places.</summary>
    public double ScoreTolerance { get; init; } = 1e-9;
}
