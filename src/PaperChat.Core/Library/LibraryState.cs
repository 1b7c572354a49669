using PaperChat.Papers;

namespace PaperChat.Library;

/// <summary>Counts of one committed state.</summary>
public sealed record LibraryState
{
    /// <summary>Grows with every commit that changed something.</summary>
    public required long Generation { get; init; }

    public required long Papers { get; init; }

    public required long Chunks { get; init; }

    /// <summary>Papers of kind summary, which were written for the sample.</summary>
    public required long Summaries { get; init; }

    public int? FirstYear { get; init; }

    public int? LastYear { get; init; }

    public ListedDate? FirstListed { get; init; }

    public ListedDate? LastListed { get; init; }
}
