using PaperChat.Library;
using PaperChat.Qdrant.Filters;
using PaperChat.Qdrant.Points;
using PaperChat.Qdrant.Transport;
using PaperChat.Text;

namespace PaperChat.Qdrant.Collection;

/// <summary>Opens a collection to read or write, makes it where there is none, and checks that it is what this program can use.</summary>
internal sealed class CollectionDoor(QdrantOptions options, QdrantTransport transport, TimeProvider time)
{
    private const string NoManifest = "it holds points, but no manifest";

    // No point has this one: only where there is none is one written.
    private const string NoRevision = "none";

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
            ?? throw (facts.Points == 0 ? transport.Failures.NoCollection("it is empty") : transport.Failures.NotOurs(NoManifest));
        Check(manifest, facts, model);
        return manifest;
    }

    /// <summary>The same as <see cref="OpenToWriteAsync"/> without changing anything; null where that would make the collection.</summary>
    public async Task<CollectionManifest?> OpenToTryAsync(EmbeddingModelInfo? model, CancellationToken cancellationToken)
    {
        await CheckVersionAsync(cancellationToken);
        if (await transport.GetCollectionAsync(cancellationToken) is not { } facts)
        {
            return null;
        }

        var manifest = await ReadAsync(cancellationToken);
        if (manifest is null || await TakesModelAsync(manifest, model, cancellationToken))
        {
            return facts.Points > 0 && manifest is null ? throw transport.Failures.NotOurs(NoManifest) : null;
        }

        Check(manifest, facts, model);
        return manifest;
    }

    /// <summary>A collection without papers takes the model over; one that has papers without vectors stays as it is.</summary>
    public async Task<CollectionManifest> OpenToWriteAsync(EmbeddingModelInfo? model, CancellationToken cancellationToken)
    {
        await CheckVersionAsync(cancellationToken);
        var facts = await transport.GetCollectionAsync(cancellationToken) ?? await CreateAsync(model, cancellationToken);
        var manifest = await ReadAsync(cancellationToken);
        if (manifest is not null && await TakesModelAsync(manifest, model, cancellationToken))
        {
            await transport.DeleteCollectionAsync(cancellationToken);
            (facts, manifest) = (await CreateAsync(model, cancellationToken), null);
        }

        if (manifest is null)
        {
            // A host that was stopped between the two leaves a collection without a manifest; one with points is somebody else's.
            if (facts.Points > 0)
            {
                throw transport.Failures.NotOurs(NoManifest);
            }

            CheckVectors(facts, model);
            manifest = await WriteAsync(CollectionManifest.Of(options, model, time), NoRevision, cancellationToken);
        }

        Check(manifest, facts, model);
        await IndexAsync(facts, cancellationToken);
        return manifest;
    }

    /// <summary>Sets the mean length that chunks are weighted with, unless another host was first; returns what it is now.</summary>
    public async Task<CollectionManifest> SettleAverageLengthAsync(CollectionManifest manifest, double measured, CancellationToken cancellationToken)
    {
        var now = await ReadAsync(cancellationToken) ?? throw transport.Failures.NotOurs(NoManifest);
        return now.AverageLength is null ? await WriteAsync(manifest with { AverageLength = measured }, CollectionManifest.Unsettled, cancellationToken) : now;
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

    // Another host may have been first: what it wrote counts.
    private async Task<CollectionManifest> WriteAsync(CollectionManifest manifest, string replaced, CancellationToken cancellationToken)
    {
        var condition = new PointFilter { Must = [new PointCondition.Any(PointKeys.Revision, [replaced])] };
        await transport.UpsertAsync(PointId.Manifest, manifest.Write, condition, cancellationToken);
        return await ReadAsync(cancellationToken) ?? throw transport.Failures.NotOurs(NoManifest);
    }

    private async Task<bool> TakesModelAsync(CollectionManifest manifest, EmbeddingModelInfo? model, CancellationToken cancellationToken) =>
        manifest.Library.EmbeddingModel is null && model is not null && !await HoldsPapersAsync(cancellationToken);

    private async Task<bool> HoldsPapersAsync(CancellationToken cancellationToken) =>
        (await transport.ScrollAsync(CompiledFilter.AllChunks, [], 1, null, cancellationToken)).Points.Count > 0;

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
        if (await transport.GetVersionAsync(cancellationToken) is { } version && version < Oldest)
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

        if (library.EmbeddingModel is { } own && model is not null && !own.MakesSameVectors(model))
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

    private static string Describe(int? dimension) => dimension is { } numbers ? $"{numbers} numbers" : "no numbers";
}
