using System.Collections.Immutable;
using PaperChat.Library;
using PaperChat.Papers;

namespace PaperChat.TestSupport;

/// <summary>One committed state: entries by primary id, aliases to primary ids, runs.</summary>
internal sealed record InMemoryLibraryState(
    long Generation,
    ImmutableDictionary<PaperId, PaperEntry> Entries,
    ImmutableDictionary<PaperId, PaperId> Aliases,
    ImmutableDictionary<Guid, IngestionRun> Runs)
{
    public static InMemoryLibraryState Empty { get; } = new(
        0,
        ImmutableDictionary<PaperId, PaperEntry>.Empty,
        ImmutableDictionary<PaperId, PaperId>.Empty,
        ImmutableDictionary<Guid, IngestionRun>.Empty);

    /// <summary>By id first: an id always wins over the same text as an alias of another paper.</summary>
    public PaperEntry? Find(PaperId id) =>
        Entries.GetValueOrDefault(id) ?? (Aliases.TryGetValue(id, out var primary) ? Entries.GetValueOrDefault(primary) : null);
}
