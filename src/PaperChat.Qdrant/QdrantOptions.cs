namespace PaperChat.Qdrant;

/// <summary>Which Qdrant server holds the library, and how the library's collection is made and reached.</summary>
public sealed record QdrantOptions
{
    public static Uri DefaultEndpoint { get; } = new("http://localhost:6333");

    public const string DefaultCollection = "papers";

    /// <summary>Address of the REST API, with the path that a proxy may put before it.</summary>
    public Uri Endpoint { get; init; } = DefaultEndpoint;

    /// <summary>Sent as the header <c>api-key</c>; null for a server without keys.</summary>
    public string? ApiKey { get; init; }

    public string Collection { get; init; } = DefaultCollection;

    /// <summary>The longest that one request may take before it is tried again.</summary>
    public TimeSpan AttemptTimeout { get; init; } = TimeSpan.FromMinutes(1);

    /// <summary>How long a call that reads may take with all its retries; somebody waits for it.</summary>
    public TimeSpan ReadBudget { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>How long a call that writes may take with all its retries: long enough for a server that restarts.</summary>
    public TimeSpan WriteBudget { get; init; } = TimeSpan.FromMinutes(3);

    /// <summary>Bytes of one write, reached before the next begins; servers refuse more than 32 MB unless told otherwise.</summary>
    public int BatchBytes { get; init; } = 4 << 20;

    /// <summary>Writes under way at the same time.</summary>
    public int Concurrency { get; init; } = 4;

    /// <summary>
    /// The mean length that the weights of a new collection's words are computed with, in terms; null takes that of the first papers,
    /// rounded. See docs/decisions/0021.
    /// </summary>
    public double? AverageLength { get; init; }

    /// <summary>Shards of a new collection; null leaves it to the server (one a node).</summary>
    public int? Shards { get; init; }

    /// <summary>Copies of each shard of a new collection; null leaves it to the server (one).</summary>
    public int? Replicas { get; init; }

    /// <summary>Copies that must have taken a write before it counts; null leaves it to the server (one).</summary>
    public int? WriteConsistency { get; init; }

    /// <summary>Order of writes in a cluster: weak, medium or strong; null leaves it to the server (weak).</summary>
    public string? WriteOrdering { get; init; }

    /// <summary>Whether a new collection keeps vectors in a byte a number in memory and compares the best again exactly.</summary>
    public bool Quantize { get; init; } = true;

    /// <summary>Whether original vectors stay on disk from the start; else those of segments above <see cref="MemmapThreshold"/>.</summary>
    public bool VectorsOnDisk { get; init; }

    /// <summary>Kilobytes of vectors from which on a segment keeps its originals on disk.</summary>
    public int MemmapThreshold { get; init; } = 200_000;

    /// <summary>Whether the sparse index and the index of terms are read from disk.</summary>
    public bool IndexOnDisk { get; init; }

    /// <summary>Links a node of the HNSW graph; null leaves it to the server (16).</summary>
    public int? HnswLinks { get; init; }

    /// <summary>Neighbours looked at while the HNSW graph is built; null leaves it to the server (100).</summary>
    public int? HnswConstruction { get; init; }

    /// <summary>Neighbours looked at by a search in the HNSW graph.</summary>
    public int HnswSearch { get; init; } = 128;

    /// <summary>While it is true no writer lets the server build graphs; the first writer without it lets it build them all.</summary>
    public bool BulkLoad { get; init; }

    /// <summary>For those who write, or copy: nobody waits for their reads, and a server that restarts must not end them.</summary>
    internal QdrantOptions Patient() => this with { ReadBudget = WriteBudget > ReadBudget ? WriteBudget : ReadBudget };
}
