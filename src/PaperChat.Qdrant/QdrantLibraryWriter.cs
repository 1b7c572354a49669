using System.Text.Json;
using PaperChat.Library;
using PaperChat.Papers;
using PaperChat.Qdrant.Collection;
using PaperChat.Qdrant.Points;
using PaperChat.Qdrant.Transport;
using PaperChat.Qdrant.Writing;

namespace PaperChat.Qdrant;

/// <summary>
/// A writer of a library in a collection. Any number of hosts may write at once; each paper is written whole. What was taken is kept
/// here until a commit, or until it is much (<see cref="MostPapers"/>): then it is written, and seen, before the commit. After a call
/// that failed it can only be disposed; what was not written then is lost, and ingesting the same again writes it.
/// </summary>
public sealed class QdrantLibraryWriter : IPaperLibraryWriter
{
    /// <summary>Papers that are kept at most before they are written.</summary>
    public const int MostPapers = 2_000;

    private const long MostCharacters = 16 << 20;

    // Each time one of two hosts gets through.
    private const int MostAttempts = 100;

    private readonly QdrantOptions _options;
    private readonly TimeProvider _time;
    private readonly QdrantTransport _transport;
    private readonly WriterWindow _window;
    private readonly EntryMerge _merge;
    private readonly ChunkVectors _vectors;
    private readonly MarkedPapers _marked;
    private readonly PaperPoints _points;
    private readonly EmbeddingModelInfo? _unusable;
    private readonly List<IngestionRun> _runs = [];
    private CollectionManifest _manifest;
    private long _characters;
    private bool _isChanged;
    private bool _failed;

    private QdrantLibraryWriter(QdrantOptions options, TimeProvider time, QdrantTransport transport, CollectionManifest? manifest, EmbeddingModel? model)
    {
        _manifest = manifest ?? CollectionManifest.Of(options, model?.Info, time);
        var own = _manifest.Library.EmbeddingModel;
        _options = options;
        _time = time;
        _transport = transport;
        _unusable = model is null ? own : null;
        _vectors = new ChunkVectors(own is null ? null : model);
        _window = new WriterWindow(manifest is null ? null : transport);
        _merge = new EntryMerge(_window, time, _vectors.IsWanted);
        _marked = new MarkedPapers(transport, _vectors);
        _points = new PaperPoints(transport, _vectors, _marked);
    }

    /// <summary>
    /// Whether nothing is ever written, so that what a run would do can be told. Everything taken is kept in memory then.
    /// </summary>
    public bool IsTrial { get; init; }

    /// <summary>Why chunks were written without vectors: the model failed. They are found by their words. Null when it never failed.</summary>
    public PaperChatException? EmbeddingFailure => _vectors.Failure;

    /// <summary>How many chunks this writer wrote without vectors; ingesting the same again makes them.</summary>
    public long PassagesWithoutVectors => _vectors.Missing;

    /// <summary>
    /// Opens the collection to write, and makes it where there is none. What a writer that was stopped left to do is done. A collection
    /// without papers takes the model over; one that has papers without vectors stays as it is. The caller owns the model.
    /// </summary>
    /// <exception cref="LibraryException">The collection is not PaperChat's, or the server refuses.</exception>
    /// <exception cref="LibraryUnavailableException">The server does not answer.</exception>
    /// <exception cref="IndexIncompatibleException">The collection was made by another version or model.</exception>
    public static Task<QdrantLibraryWriter> OpenAsync(
        QdrantOptions options, TimeProvider time, EmbeddingModel? model, bool isTrial, CancellationToken cancellationToken) =>
        OpenAsync(options, RestConnection.CreateHandler(), time, model, isTrial, cancellationToken);

    internal static async Task<QdrantLibraryWriter> OpenAsync(
        QdrantOptions options, HttpMessageHandler handler, TimeProvider time, EmbeddingModel? model, bool isTrial, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(time);
        var transport = new RestTransport(options, new RestConnection(options.Patient(), handler, time));
        try
        {
            var door = new CollectionDoor(options, transport, time);
            var manifest = isTrial ? await door.OpenToTryAsync(model?.Info, cancellationToken) : await door.OpenToWriteAsync(model?.Info, cancellationToken);
            var writer = new QdrantLibraryWriter(options, time, transport, manifest, model) { IsTrial = isTrial };
            if (!isTrial && writer._unusable is null)
            {
                await writer.FinishAsync(cancellationToken);
            }

            return writer;
        }
        catch
        {
            transport.Dispose();
            throw;
        }
    }

    public Task<IReadOnlyList<UpsertResult>> UpsertAsync(IReadOnlyList<PaperEntry> entries, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(entries);
        return RunAsync<IReadOnlyList<UpsertResult>>(async () =>
        {
            if (entries.Count > 0 && _unusable is { } model)
            {
                throw _transport.Failures.NoModel(model);
            }

            var results = new List<UpsertResult>(entries.Count);
            foreach (var some in entries.Chunk(MostPapers))
            {
                results.AddRange(await MergeAsync([.. some.Select(e => new ArrivingPaper(e))], cancellationToken));
                _characters += some.Sum(e => (long)e.Paper.Title.Length + e.Paper.Abstract.Length + (e.Paper.Body?.Length ?? 0));
                if (!IsTrial && (_characters > MostCharacters || _window.Changed.Skip(MostPapers - 1).Any()))
                {
                    await WriteAsync(cancellationToken);
                }
            }

            return results;
        });
    }

    public Task<IReadOnlyList<PaperId>> DeleteAsync(IReadOnlyList<PaperId> ids, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(ids);
        return RunAsync<IReadOnlyList<PaperId>>(async () =>
        {
            await _window.LoadAsync(ids, cancellationToken);
            return [.. ids.Select(_merge.Delete).OfType<PaperId>()];
        });
    }

    public Task RecordRunAsync(IngestionRun run, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(run);
        _runs.RemoveAll(r => r.Id == run.Id);
        _runs.Add(run);
        return Task.CompletedTask;
    }

    public Task CommitAsync(CancellationToken cancellationToken) => RunAsync(async () =>
    {
        cancellationToken.ThrowIfCancellationRequested();
        if (IsTrial)
        {
            return true;
        }

        await WriteAsync(cancellationToken);
        foreach (var run in _runs)
        {
            await RunPoints.WriteAsync(_transport, run, cancellationToken);
        }

        if (_isChanged || _runs.Count > 0)
        {
            await RaiseGenerationAsync(cancellationToken);
        }

        _runs.Clear();
        _isChanged = false;
        return true;
    });

    public ValueTask DisposeAsync()
    {
        _transport.Dispose();
        return ValueTask.CompletedTask;
    }

    private async Task<IEnumerable<UpsertResult>> MergeAsync(IReadOnlyList<ArrivingPaper> papers, CancellationToken cancellationToken)
    {
        await _window.LoadAsync(papers.SelectMany(p => p.Ids), cancellationToken);
        await _window.LoadKeysAsync(papers.SelectMany(_merge.KeysSoughtBy), cancellationToken);
        await _window.LoadContentAsync(papers.SelectMany(_merge.NeededBy), cancellationToken);
        return papers.Select(_merge.Upsert).ToArray();
    }

    private async Task FinishAsync(CancellationToken cancellationToken)
    {
        var kept = await _marked.FinishAllAsync(_manifest.Length, cancellationToken);
        await JoinAsync(kept, cancellationToken);
        await WriteAsync(cancellationToken);
    }

    private async Task JoinAsync(IReadOnlyList<(PaperId One, PaperId Other)> pairs, CancellationToken cancellationToken)
    {
        await _window.LoadAsync(pairs.SelectMany(p => (PaperId[])[p.One, p.Other]), cancellationToken);
        await _window.LoadContentAsync(pairs.SelectMany(p => new[] { _window.Find(p.One), _window.Find(p.Other) }).OfType<PaperState>(), cancellationToken);
        foreach (var (one, other) in pairs)
        {
            _merge.Join(one, other);
        }
    }

    // What another host wrote at the same moment is read, and merged with once more.
    private async Task WriteAsync(CancellationToken cancellationToken)
    {
        for (var attempt = 0; _window.Changed.Any(); attempt++)
        {
            if (attempt == MostAttempts)
            {
                throw new LibraryUnavailableException(
                    $"Other hosts change the same papers of the collection {_options.Collection} all the time. Run the same again when they are done.", null);
            }

            var conflicts = await WriteOnceAsync([.. _window.Changed], cancellationToken);
            _window.Clear();
            await MergeAsync(conflicts.Lost, cancellationToken);
            await JoinAsync(conflicts.Twins, cancellationToken);
        }

        _window.Clear();
        _characters = 0;
    }

    private async Task<WriteConflicts> WriteOnceAsync(PaperState[] changed, CancellationToken cancellationToken)
    {
        await SettleLengthAsync(changed, cancellationToken);
        var stale = _transport.ComparesBeforeWriting ? [] : await WriteConflicts.FindStaleAsync(_transport, changed, cancellationToken);
        PaperState[] fresh = [.. changed.Except(stale, ReferenceEqualityComparer.Instance).Cast<PaperState>()];
        var (sent, kept) = await _points.WriteAsync(fresh, _manifest.Length, cancellationToken);
        _isChanged = true;
        var conflicts = await WriteConflicts.FindAsync(_transport, fresh, sent, cancellationToken);
        return new WriteConflicts([.. conflicts.Lost, .. stale.SelectMany(p => p.Sources)], [.. conflicts.Twins.Union(kept)]);
    }

    private async Task SettleLengthAsync(PaperState[] first, CancellationToken cancellationToken)
    {
        if (_manifest.AverageLength is null)
        {
            var measured = ChunkTerms.AverageLength(first.Select(p => p.Content).OfType<PaperContent>());
            _manifest = await new CollectionDoor(_options, _transport, _time).SettleAverageLengthAsync(_manifest, TermWeights.Rounded(measured), cancellationToken);
        }
    }

    // Made of the clock, so that two hosts which commit at once do not give two states the same number.
    private async Task RaiseGenerationAsync(CancellationToken cancellationToken)
    {
        var last = await new LibraryCounts(_transport).GetGenerationAsync(cancellationToken);
        var next = Math.Max(last + 1, _time.GetUtcNow().ToUnixTimeMilliseconds());
        await _transport.UpsertAsync(PointId.State, json => WriteState(json, next), replaced: null, cancellationToken);
    }

    private static void WriteState(Utf8JsonWriter json, long generation)
    {
        json.WriteStartObject();
        json.WriteString(PointKeys.Type, PointKeys.StateType);
        json.WriteNumber(PointKeys.Generation, generation);
        json.WriteEndObject();
    }

    private async Task<T> RunAsync<T>(Func<Task<T>> work)
    {
        if (_failed)
        {
            throw new LibraryException(
                $"An earlier write to the collection {_options.Collection} failed; what was not written is not in it. Run the same again.");
        }

        try
        {
            return await work();
        }
        catch
        {
            _failed = true;
            throw;
        }
    }
}
