using PaperChat.Library;
using PaperChat.Matching;
using PaperChat.Papers;
using PaperChat.Qdrant.Transport;

namespace PaperChat.Qdrant.Writing;

/// <summary>
/// What of a write has to be done again because other hosts wrote the same papers at the same moment: entries that did not get in, and
/// pairs of papers that are one: by an id that proves it, or by a title or a key and comparison.
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
        ArrivingPaper[] lost = [.. alive.Where(p => now.StoredRevisionOf(p.Id) is { } revision && revision != sent[p.Id]).SelectMany(p => p.Sources)];
        return new WriteConflicts(lost, await TwinsOfAsync(alive, sent, now, cancellationToken));
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

    private static async Task<(PaperId One, PaperId Other)[]> TwinsOfAsync(
        PaperState[] papers, IReadOnlyDictionary<PaperId, string> sent, WriterWindow now, CancellationToken cancellationToken)
    {
        var added = papers.SelectMany(p => p.Sources.Where(s => s.IsAdded).Select(s => (p.Id, Source: s))).ToArray();
        await now.LoadKeysAsync(added.SelectMany(a => a.Source.KeysSought), cancellationToken);

        // What this writer wrote itself it has compared before.
        var byKey = added.SelectMany(a => now.FindByKeys(a.Source.KeysSought)
            .Where(other => now.Find(a.Id) is { } own && own.Id != other.Id && sent.GetValueOrDefault(other.Id) != other.StoredRevision)
            .Select(other => (a.Id, Other: other.Id, a.Source.Entry.Paper))).ToArray();
        var byName = ByName(papers, now).ToArray();
        var compared = byKey.Select(k => k.Other).Concat(byName.Where(n => UpsertRules.IsTitleKey(n.Name)).SelectMany(n => (PaperId[])[n.One, n.Other]));
        await now.LoadContentAsync(compared.Select(now.Own).OfType<PaperState>(), cancellationToken);
        return
        [
            .. byName.Where(n => !UpsertRules.IsTitleKey(n.Name) || (ContentOf(n.One) is { } one && IsSame(n.Other, one))).Select(n => (n.One, n.Other))
                .Union(byKey.Where(k => IsSame(k.Other, k.Paper)).Select(k => (k.Id, k.Other))),
        ];

        Paper? ContentOf(PaperId id) => now.Own(id)?.Content?.Paper;

        bool IsSame(PaperId id, Paper paper) => ContentOf(id) is { } stored && WorkMatcher.IsSameWork(stored, paper);
    }

    // Entries without aliases, not even an empty list of them, ask not to be merged.
    private static IEnumerable<(PaperId One, PaperId Other, PaperId Name)> ByName(PaperState[] papers, WriterWindow now)
    {
        var names = now.Papers.SelectMany(p => NamesOf(p).Select(name => (Name: name, p.Id))).ToLookup(n => n.Name, n => n.Id);
        return papers.Where(p => p.Sources.Count == 0 || p.Sources.Any(s => s.Entry.Aliases is not null))
            .Select(p => now.Find(p.Id)).OfType<PaperState>()
            .SelectMany(p => NamesOf(p).SelectMany(name => names[name].Where(other => other != p.Id).Select(other => (p.Id, other, name))));
    }

    private static IEnumerable<PaperId> NamesOf(PaperState paper) => paper.Head!.Aliases.Prepend(paper.Id);
}
