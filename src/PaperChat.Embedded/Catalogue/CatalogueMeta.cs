using System.Globalization;
using Microsoft.Data.Sqlite;
using PaperChat.Library;
using PaperChat.Text;

namespace PaperChat.Embedded.Catalogue;

/// <summary>The catalogue's own facts: when it was made, the analyser of its index, and counters of the committed state.</summary>
internal static class CatalogueMeta
{
    private const string Created = "created";
    private const string Analyzer = "analyzer";
    private const string EmbeddingName = "embedding_name";
    private const string EmbeddingDimension = "embedding_dimension";
    private const string EmbeddingHash = "embedding_hash";
    private const string WithoutVectors = "without_vectors";

    /// <summary>Grows with each commit that changed something.</summary>
    public const string Generation = "generation";

    /// <summary>The number of chunks; the index is whole exactly when it holds as many.</summary>
    public const string Chunks = "chunks";

    /// <summary>Number of the next segment file. Never goes back, so that no reader can take a new file for an old one.</summary>
    public const string MatchKeys = "match_keys";
    public const string NextSegment = "next_segment";

    /// <summary>
    /// The stamp of the index's files when all their checksums were last known to match. While it stays, a writer need not read them
    /// all to begin; what it reads later is checked then.
    /// </summary>
    private const string Checked = "checked";

    public static void Initialise(SqliteConnection connection, DateTimeOffset now)
    {
        Set(connection, Created, now.ToString("O", CultureInfo.InvariantCulture));
        SetAnalyzer(connection);
        Set(connection, Generation, 0L);
        Set(connection, Chunks, 0L);
        Set(connection, NextSegment, 1L);
    }

    public static void SetAnalyzer(SqliteConnection connection) => Set(connection, Analyzer, TextAnalyzer.Version);

    public static LibraryManifest ReadManifest(SqliteConnection connection) => new()
    {
        SchemaVersion = CatalogueSchema.VersionOf(connection),
        Analyzer = Get<string>(connection, Analyzer),
        EmbeddingModel = ReadEmbeddingModel(connection),
        Created = DateTimeOffset.Parse(Get<string>(connection, Created), CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind),
    };

    /// <summary>The model of the index's vectors; null when it has none.</summary>
    public static EmbeddingModelInfo? ReadEmbeddingModel(SqliteConnection connection) =>
        connection.Scalar<string>("SELECT value FROM meta WHERE name = $0", EmbeddingHash) is { Length: > 0 } hash
            ? new EmbeddingModelInfo(Get<string>(connection, EmbeddingName), (int)Get<long>(connection, EmbeddingDimension), hash)
            : null;

    public static void SetEmbeddingModel(SqliteConnection connection, EmbeddingModelInfo? model)
    {
        Set(connection, EmbeddingName, model?.Name ?? "");
        Set(connection, EmbeddingDimension, (long)(model?.Dimension ?? 0));
        Set(connection, EmbeddingHash, model?.Hash ?? "");
    }

    public static void RequireSameAnalyzer(SqliteConnection connection, LibraryFolder folder)
    {
        var analyzer = Get<string>(connection, Analyzer);
        if (analyzer != TextAnalyzer.Version)
        {
            throw new IndexIncompatibleException(
                $"The library in {folder.Path} was indexed by the text analyser {analyzer}, this program uses {TextAnalyzer.Version}. "
                + $"Index it again with paperchat library compact --library \"{folder.Path}\"");
        }
    }

    /// <summary>How many passages were left without vectors because the model failed, and have not got them since.</summary>
    public static long ReadWithoutVectors(SqliteConnection connection) =>
        connection.Scalar<long>("SELECT value FROM meta WHERE name = $0", WithoutVectors);

    public static void SetWithoutVectors(SqliteConnection connection, long count) => Set(connection, WithoutVectors, count);

    public static string? ReadChecked(SqliteConnection connection) =>
        connection.Scalar<string>("SELECT value FROM meta WHERE name = $0", Checked);

    public static void SetChecked(SqliteConnection connection, string stamp) => Set(connection, Checked, stamp);

    public static T Get<T>(SqliteConnection connection, string name) =>
        connection.Scalar<T>("SELECT value FROM meta WHERE name = $0", name)
        ?? throw new InvalidDataException($"the catalogue does not say its {name}");

    public static void Set(SqliteConnection connection, string name, object value) =>
        connection.Run("INSERT OR REPLACE INTO meta (name, value) VALUES ($0, $1)", name, value);
}
