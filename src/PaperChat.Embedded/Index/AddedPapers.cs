using Microsoft.Data.Sqlite;
using PaperChat.Embedded.Catalogue;
using PaperChat.Embedded.Vectors;
using PaperChat.Library;

namespace PaperChat.Embedded.Index;

/// <summary>
/// The papers that one transaction after another adds to the index: they become segments on other threads while the transaction goes
/// on. Not thread-safe.
/// </summary>
internal sealed class AddedPapers(SqliteConnection connection, LibraryFolder folder, SegmentFiles files) : IAsyncDisposable
{
    private const int ManyPapers = 10_000;

    private readonly OccurrenceBlocks _memory = new();

    // The papers of this transaction by their keys, and those among them that are gone or have changed again.
    private readonly Dictionary<long, int> _tickets = [];
    private readonly Dictionary<int, StoredPaper> _dropped = [];
    private SegmentNumbers? _numbers;
    private SegmentBuilders? _builders;
    private SegmentEmbedder? _embedder;

    /// <summary>What makes the vectors; the model of <see cref="SegmentFiles.Model"/>.</summary>
    public EmbeddingModel? Embedder { get; set; }

    /// <summary>Why passages were left without vectors, the last time that the model failed; null when it never did.</summary>
    public PaperChatException? EmbeddingFailure { get; private set; }

    /// <summary>The paper is to be indexed. <see cref="PassOnAsync"/> has to follow.</summary>
    public void Add(StoredPaper paper) => _tickets[paper.Key] = Builders(mayFail: true).Add(paper);

    /// <summary>All papers of the catalogue are to be indexed.</summary>
    public async Task AddAllAsync(CancellationToken cancellationToken)
    {
        // What is indexed anew replaces vectors that are there: a model that fails must not take them away.
        var builders = Builders(mayFail: false);
        using var one = PaperRows.PrepareByKey(connection);
        using var chunks = PaperRows.PrepareChunks(connection);
        foreach (var key in Keys())
        {
            builders.Add(PaperRows.Read(one, chunks, key));
            await builders.PassOnAsync(cancellationToken);
        }
    }

    /// <summary>Waits while more papers were added than are analysed.</summary>
    public ValueTask PassOnAsync(CancellationToken cancellationToken) =>
        _builders?.PassOnAsync(cancellationToken) ?? ValueTask.CompletedTask;

    /// <summary>False when the paper was not added within this transaction.</summary>
    public bool Remove(StoredPaper paper)
    {
        if (!_tickets.Remove(paper.Key, out var ticket))
        {
            return false;
        }

        _dropped[ticket] = paper;
        return true;
    }

    /// <summary>
    /// Writes the segments of what was added into <paramref name="segments"/>, without the papers that were removed again. One call a
    /// transaction.
    /// </summary>
    public async Task WriteAsync(ManifestSegments segments, CancellationToken cancellationToken)
    {
        if (_builders is null)
        {
            return;
        }

        var missing = 0;
        foreach (var built in await _builders.FinishAsync(cancellationToken))
        {
            missing += built.WithoutVectors;
            var segment = segments.Add(built.Number);
            for (var paper = 0; paper < built.Tickets.Count && _dropped.Count > 0; paper++)
            {
                if (_dropped.Remove(built.Tickets[paper], out var stored))
                {
                    segments.Remove(segment, paper, stored);
                }
            }
        }

        if (missing > 0)
        {
            EmbeddingFailure = _embedder?.Failure;
            CatalogueMeta.SetWithoutVectors(connection, CatalogueMeta.ReadWithoutVectors(connection) + missing);
        }

        await _builders.DisposeAsync();
        CatalogueMeta.Set(connection, CatalogueMeta.NextSegment, _numbers!.Next());
        (_builders, _numbers) = (null, null);
        if (_tickets.Count >= ManyPapers)
        {
            // What the builders leave behind are a few large arrays, which the collector would let lie beside those of the next ones.
            GC.Collect();
        }

        _tickets.Clear();
    }

    public ValueTask DisposeAsync() => _builders?.DisposeAsync() ?? ValueTask.CompletedTask;

    private SegmentBuilders Builders(bool mayFail)
    {
        if (_builders is null)
        {
            var model = files.Model is not { } vectors ? null : Embedder ?? throw EmbeddingModelCheck.Missing(folder, vectors);
            var embedder = _embedder = model is null ? null : new SegmentEmbedder(model, mayFail);
            _numbers = new SegmentNumbers(SegmentRows.TakeNumber(connection));
            _builders = new SegmentBuilders(() => new SegmentBuilder(embedder, _memory), Write);
        }

        return _builders;
    }

    private BuiltSegment Write(SegmentBuilder builder)
    {
        var number = _numbers!.Next();
        files.Write(number, builder.Write, () => builder.Rows);
        return new BuiltSegment(number, builder.Tickets, builder.WithoutVectors);
    }

    private IEnumerable<long> Keys()
    {
        using var keys = connection.Prepare("SELECT key FROM papers ORDER BY key", 0);
        using var rows = keys.ExecuteReader();
        while (rows.Read())
        {
            yield return rows.GetInt64(0);
        }
    }
}
