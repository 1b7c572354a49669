using PaperChat.Library;
using PaperChat.Qdrant.Filters;
using PaperChat.Qdrant.Points;
using PaperChat.Qdrant.Transport;
using PaperChat.Text;

namespace PaperChat.Qdrant.Collection;

/// <summary>Opens a collection to read or write, makes it where there is none, and checks that it is what this program can use.</summary>
internal sealed class CollectionDoor(QdrantOptions options, RestTransport transport, TimeProvider time)
{
    private static readonly Version Oldest = new(1, 12);

    // Everything that filters, counts, orders or looks up. The kinds are those of the server.
    private static readonly (string Key, IndexKind Kind)[] Indexes =
    [
        (PointKeys.Type, IndexKind.Keyword), (PointKeys.Paper, IndexKind.Keyword), (PointKeys.Aliases, IndexKind.Keyword),
        (PointKeys.MatchKeys, IndexKind.Keyword),
        (PointKeys.Pending, IndexKind.Keyword), (PointKeys.Kind, IndexKind.Keyword), (PointKeys.Year, IndexKind.Integer),
        (PointKeys.ListedDay, IndexKind.Integer), (PointKeys.Listed, IndexKind.Keyword), (PointKeys.CategoryKeys, IndexKind.Keyword),
        (PointKeys.VenueRuns, IndexKind.Keyword), ($"{PointKeys.Author}[].{PointKeys.NameWords}", IndexKind.Keyword),
        ($"{PointKeys.Author}[].{PointKeys.Initials}", IndexKind.Keyword), (PointKeys.Terms, IndexKind.Words),
        (PointKeys.Chunk, IndexKind.Integer), (PointKeys.StartedTicks, IndexKind.Integer),
    ];

    public async Task<CollectionManifest> OpenToReadAsync(EmbeddingModelInfo? model, CancellationToken cancellationToken)
    {
        await CheckVersionAsync(cancellationToken);
        var facts = await transport.GetCollectionAsync(cancellationToken) ?? throw transport.Failures.NoCollection();
        var manifest = await ReadAsync(cancellationToken)
            ?? throw (facts.Points == 0 ? transport.Failures.NoCollection("it is empty") : transport.Failures.NotOurs("it holds points, but no manifest"));
        Check(manifest, facts, model);
        return manifest;
    }

    /// <summary>A collection without papers takes the model over; one that has papers without vectors stays as it is.</summary>
    public async Task<CollectionManifest> OpenToWriteAsync(EmbeddingModelInfo? model, CancellationToken cancellationToken)
    {
        await CheckVersionAsync(cancellationToken);
        var facts = await transport.GetCollectionAsync(cancellationToken) ?? await CreateAsync(model, cancellationToken);
        var manifest = await ReadAsync(cancellationToken);
        if (manifest is { Library.EmbeddingModel: null } && model is not null && !await HoldsPapersAsync(cancellationToken))
        {
            await transport.DeleteCollectionAsync(cancellationToken);
            (facts, manifest) = (await CreateAsync(model, cancellationToken), null);
        }

        if (manifest is null)
        {
            // A host that was stopped between the two leaves a collection without a manifest; one with points is somebody else's.
            if (facts.Points > 0)
            {
                throw transport.Failures.NotOurs("it holds points, but no manifest");
            }

            CheckVectors(facts, model);
            await WriteAsync(CollectionManifest.Of(options, model, time), cancellationToken);
            manifest = await ReadAsync(cancellationToken) ?? throw transport.Failures.NotOurs("its manifest was deleted");
        }

        Check(manifest, facts, model);
        await IndexAsync(facts, cancellationToken);
        return manifest;
    }

    public async Task<bool> HoldsPapersAsync(CancellationToken cancellationToken) =>
        (await transport.ScrollAsync(CompiledFilter.AllChunks, [], 1, null, cancellationToken)).Points.Count > 0;

    /// <summary>The mean length that chunks are to be weighted with, when a collection without papers gets its first.</summary>
    public async Task<double> SettleAverageLengthAsync(CollectionManifest manifest, double measured, CancellationToken cancellationToken)
    {
        if (measured != manifest.AverageLength && !await HoldsPapersAsync(cancellationToken))
        {
            await WriteAsync(manifest with { AverageLength = measured }, cancellationToken);
        }

        // Another host may have been first.
        return (await ReadAsync(cancellationToken) ?? throw transport.Failures.NotOurs("its manifest was deleted")).AverageLength;
    }

    private async Task<CollectionFacts> CreateAsync(EmbeddingModelInfo? model, CancellationToken cancellationToken)
    {
        await transport.CreateCollectionAsync(model?.Dimension, cancellationToken);
        return await transport.GetCollectionAsync(cancellationToken) ?? throw transport.Failures.NoCollection("it was deleted again");
    }

    private async Task<CollectionManifest?> ReadAsync(CancellationToken cancellationToken)
    {
        var found = await transport.GetAsync([PointId.Manifest], keys: null, cancellationToken);
        try
        {
            return found.Count == 0 ? null : CollectionManifest.Read(found[0].Payload);
        }
        catch (Exception e) when (e is KeyNotFoundException or InvalidOperationException or FormatException)
        {
            throw transport.Failures.Unreadable("its manifest", e);
        }
    }

    private Task WriteAsync(CollectionManifest manifest, CancellationToken cancellationToken) =>
        transport.UpsertAsync(PointId.Manifest, manifest.Write, cancellationToken);

    // Making an index that is there already changes nothing, so that two hosts may both do it.
    private async Task IndexAsync(CollectionFacts facts, CancellationToken cancellationToken)
    {
        foreach (var (key, kind) in Indexes.Where(i => !facts.Indexed.Contains(i.Key)))
        {
            await transport.CreateIndexAsync(key, kind, cancellationToken);
        }

        if (facts.IndexingThreshold != RestCollections.IndexingThreshold(options) && (options.BulkLoad || facts.IndexingThreshold == 0))
        {
            await transport.SetIndexingAsync(cancellationToken);
        }
    }

    private async Task CheckVersionAsync(CancellationToken cancellationToken)
    {
        var version = await transport.GetVersionAsync(cancellationToken);

        // A build of its own calls itself 1.19.0-dev.
        if (Version.TryParse(version.Split('-')[0], out var known) && known < Oldest)
        {
            throw transport.Failures.TooOld(version);
        }
    }

    private void Check(CollectionManifest manifest, CollectionFacts facts, EmbeddingModelInfo? model)
    {
        var library = manifest.Library;
        if (library.SchemaVersion != PointKeys.SchemaVersion)
        {
            throw transport.Failures.OtherVersion($"its schema is {library.SchemaVersion}, this program's is {PointKeys.SchemaVersion}");
        }

        if (library.Analyzer != TextAnalyzer.Version)
        {
            throw transport.Failures.OtherVersion($"its words were analysed by {library.Analyzer}, this program uses {TextAnalyzer.Version}");
        }

        if (library.EmbeddingModel is { } own && model is not null && !IsSame(own, model))
        {
            throw transport.Failures.OtherModel(own, model);
        }

        CheckVectors(facts, library.EmbeddingModel);
    }

    private void CheckVectors(CollectionFacts facts, EmbeddingModelInfo? model)
    {
        if (!facts.HasWords)
        {
            throw transport.Failures.NotOurs($"it has no sparse vectors '{PointKeys.Words}' with the modifier idf");
        }

        if (facts.Dimension != model?.Dimension)
        {
            throw transport.Failures.NotOurs(
                $"its vectors '{PointKeys.Meaning}' have {Describe(facts.Dimension)}, those of the model have {Describe(model?.Dimension)}");
        }
    }

    public static bool IsSame(EmbeddingModelInfo one, EmbeddingModelInfo other) => one.Dimension == other.Dimension && one.Hash == other.Hash;

    private static string Describe(int? dimension) => dimension is { } numbers ? $"{numbers} numbers" : "no numbers";
}
