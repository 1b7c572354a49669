using System.Globalization;
using PaperChat.Embedded.Catalogue;
using PaperChat.Library;
using PaperChat.Papers;

namespace PaperChat.Ingestion.Watch;

/// <summary>
/// Which papers of the library were seen, in the order in which they were: each gets a number once, whoever brought it in, and keeps it
/// when its id changes. What was there when the watch began is seen, but not new.
/// </summary>
internal sealed class SeenPapers(WatchDatabase database, TimeProvider time)
{
    private const string GenerationName = "generation";

    /// <summary>The number of the last paper; 0 without any.</summary>
    public long Last => database.Connection.Scalar<long>("SELECT max(sequence) FROM seen");

    /// <summary>Brings the list up to the library's state; null for a library that is not there yet.</summary>
    /// <returns>The library's generation; 0 for none.</returns>
    public async Task<long> UpdateAsync(IPaperLibrary? library, CancellationToken cancellationToken)
    {
        var generation = library is null ? 0 : (await library.GetStateAsync(cancellationToken)).Generation;
        var known = database.Meta(GenerationName);
        var current = generation.ToString(CultureInfo.InvariantCulture);
        if (known == current)
        {
            return generation;
        }

        var ids = new HashSet<string>(StringComparer.Ordinal);
        if (library is not null)
        {
            await foreach (var paper in library.ListAsync(SearchFilters.None, cancellationToken))
            {
                ids.Add(paper.Id.Value);
            }
        }

        var before = Known();
        var moved = library is null ? [] : await MovedAsync(library, [.. before.Where(id => !ids.Contains(id))], cancellationToken);
        string[] arrived = [.. ids.Where(id => !before.Contains(id) && !moved.ContainsValue(id)).Order(StringComparer.Ordinal)];
        Write(arrived, moved, isFirst: known is null, current);
        return generation;
    }

    /// <summary>The papers with numbers above <paramref name="after"/> up to <paramref name="last"/> that are new, in order.</summary>
    public IReadOnlyList<PaperId> Between(long after, long last)
    {
        using var command = database.Connection.Prepare("SELECT paper FROM seen WHERE sequence > $0 AND sequence <= $1 AND since IS NOT NULL ORDER BY sequence", 2);
        using var reader = command.Bind(after, last).ExecuteReader();
        var papers = new List<PaperId>();
        while (reader.Read())
        {
            papers.Add(new PaperId(reader.GetString(0)));
        }

        return papers;
    }

    private HashSet<string> Known()
    {
        using var command = database.Connection.Prepare("SELECT paper FROM seen", 0);
        using var reader = command.ExecuteReader();
        var known = new HashSet<string>(StringComparer.Ordinal);
        while (reader.Read())
        {
            known.Add(reader.GetString(0));
        }

        return known;
    }

    // A paper that got a better id answers to the old one still: it is not new. Where two became one, one number is enough.
    private static async Task<Dictionary<string, string>> MovedAsync(IPaperLibrary library, string[] missing, CancellationToken cancellationToken)
    {
        var moved = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var id in missing)
        {
            if (await library.GetAsync([new PaperId(id)], cancellationToken) is [var paper, ..] && !moved.ContainsValue(paper.Id.Value))
            {
                moved[id] = paper.Id.Value;
            }
        }

        return moved;
    }

    private void Write(string[] arrived, Dictionary<string, string> moved, bool isFirst, string generation) => database.Change("papers seen", connection =>
    {
        using var move = connection.Prepare("UPDATE OR IGNORE seen SET paper = $1 WHERE paper = $0", 2);
        foreach (var (from, to) in moved)
        {
            move.Run(from, to);
        }

        using var add = connection.Prepare("INSERT OR IGNORE INTO seen (paper, since) VALUES ($0, $1)", 2);
        var since = isFirst ? null : StoredTime.Of(time.GetUtcNow());
        foreach (var id in arrived)
        {
            add.Run(id, since);
        }

        WatchDatabase.SetMeta(connection, GenerationName, generation);
    });
}
