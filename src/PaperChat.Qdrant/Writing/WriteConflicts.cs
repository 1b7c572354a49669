using PaperChat.Library;
using PaperChat.Papers;
using PaperChat.Qdrant.Transport;

namespace PaperChat.Qdrant.Writing;

/// <summary>
/// What of a write has to be done again because other hosts wrote the same papers at the same moment: entries that did not get in, and
/// pairs of papers that are one.
/// </summary>
internal sealed record WriteConflicts(IReadOnlyList<ArrivingPaper> Lost, IReadOnlyList<(PaperId One, PaperId Other)> Twins)
{
    /// <summary>Compares what was to be written with what the server holds now. Of two hosts the one that wrote later finds what both wrote.</summary>
    /// <param name="transport">The server.</param>
    /// <param name="papers">What was to be written.</param>
    /// <param name="sent">With these revisions.</param>
    /// <param name="cancellationToken">Stops between two requests.</param>
    public static async Task<WriteConflicts> FindAsync(
        QdrantTransport transport, IReadOnlyList<PaperState> papers, IReadOnlyDictionary<PaperId, string> sent, CancellationToken cancellationToken)
    {
        var now = new WriterWindow(transport);
        var alive = papers.Where(p => p.Exists).ToArray();
        await now.LoadAsync(alive.SelectMany(p => p.Head!.Aliases.Prepend(p.Id)), cancellationToken);

        // One that is not there was deleted, or taken over with all that it held.
        var lost = alive.Where(p => now.StoredRevisionOf(p.Id) is { } revision && revision != sent[p.Id]);
        return new WriteConflicts([.. lost.SelectMany(p => p.Sources)], TwinsOf(alive, now));
    }

    /// <summary>
    /// Papers that other hosts have written since they were read. For a server that does not compare by itself: what is left of the time
    /// in which the later of two writes wins is that between two requests.
    /// </summary>
    public static async Task<IReadOnlyList<PaperState>> FindStaleAsync(QdrantTransport transport, IReadOnlyList<PaperState> papers, CancellationToken cancellationToken)
    {
        var now = new WriterWindow(transport);
        await now.LoadAsync(papers.Select(p => p.Id), cancellationToken);
        return [.. papers.Where(p => p.Exists && p.Sources.Count > 0 && now.StoredRevisionOf(p.Id) is { } revision && revision != p.StoredRevision)];
    }

    // Entries without aliases, not even an empty list of them, ask not to be merged.
    private static (PaperId One, PaperId Other)[] TwinsOf(PaperState[] papers, WriterWindow now)
    {
        var names = now.Papers.SelectMany(p => NamesOf(p).Select(name => (Name: name, p.Id))).ToLookup(n => n.Name, n => n.Id);
        return [.. papers.Where(p => p.Sources.Count == 0 || p.Sources.Any(s => s.Entry.Aliases is not null))
            .Select(p => now.Own(p.Id)).OfType<PaperState>()
            .SelectMany(p => NamesOf(p).SelectMany(name => names[name].Where(other => other != p.Id && UpsertRules.MayMerge(p.Id, name, other)).Select(other => (p.Id, other))))
            .Distinct()];
    }

    private static IEnumerable<PaperId> NamesOf(PaperState paper) => paper.Head!.Aliases.Prepend(paper.Id);
}
