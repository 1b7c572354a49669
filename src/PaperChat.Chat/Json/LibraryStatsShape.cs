using PaperChat.Library;

namespace PaperChat.Chat.Json;

/// <summary>What <c>library stats --json</c> writes.</summary>
internal sealed record LibraryStatsShape
{
    public required string Library { get; init; }

    public required long Papers { get; init; }

    public required long Chunks { get; init; }

    public required long Summaries { get; init; }

    public required long Generation { get; init; }

    public int? FirstYear { get; init; }

    public int? LastYear { get; init; }

    public string? FirstListed { get; init; }

    public string? LastListed { get; init; }

    public required ManifestShape Manifest { get; init; }

    public required IReadOnlyList<RunShape> Runs { get; init; }

    public static LibraryStatsShape Of(string location, LibraryState state, LibraryManifest manifest, IReadOnlyList<IngestionRun> runs) => new()
    {
        Library = location,
        Papers = state.Papers,
        Chunks = state.Chunks,
        Summaries = state.Summaries,
        Generation = state.Generation,
        FirstYear = state.FirstYear,
        LastYear = state.LastYear,
        FirstListed = state.FirstListed?.ToString(),
        LastListed = state.LastListed?.ToString(),
        Manifest = ManifestShape.Of(manifest),
        Runs = [.. runs.Select(RunShape.Of)],
    };
}
