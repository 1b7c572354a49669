using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using PaperChat.Answering;
using PaperChat.Ingestion;
using PaperChat.Library;
using PaperChat.Qdrant;

namespace PaperChat.Hosting;

/// <summary>What the command line, the environment and the configuration say, read and checked once, before a command starts.</summary>
public sealed class HostSettings
{
    private readonly LibraryFolder? _library;
    private readonly TimeProvider _time;
    private readonly Lazy<EmbeddingModel?> _embedding;
    private int? _probed;

    internal HostSettings(LibraryFolder? library, IConfiguration configuration, HostEnvironment environment, TimeProvider time)
    {
        _library = library;
        _time = time;
        Configuration = configuration;
        Models = new ModelSettings(configuration, environment);
        _embedding = new Lazy<EmbeddingModel?>(() => LacksEmbeddingService ? null : EmbeddingSettings.Open(configuration, Models, _probed, time, Logger));
    }

    /// <summary>The library to open; a <see cref="UsageException"/> where neither an option, a variable nor the platform names one.</summary>
    public LibraryFolder Library => _library ?? throw new UsageException(
        $"There is no local application data folder for the library; name a folder with --library or {LibraryFolder.Variable}.");

    /// <summary>Which server and collection hold the library where <see cref="IsQdrant"/>, and where one is copied from or to.</summary>
    public required QdrantOptions Qdrant { get; init; }

    /// <summary>Whether the library is on a Qdrant server, and not in a folder.</summary>
    public bool IsQdrant { get; init; }

    /// <summary>Where the library is, for people: the folder, or the address of the collection.</summary>
    public string Location => IsQdrant ? QdrantSettings.LocationOf(Qdrant) : Library.Path;

    /// <summary>What the library is called to those whom paths and addresses do not concern.</summary>
    public string Name => IsQdrant ? Qdrant.Collection : Path.GetFileName(Path.TrimEndingDirectorySeparator(Library.Path));

    /// <summary>Settings of single features, by section.</summary>
    public IConfiguration Configuration { get; }

    /// <summary>What takes the text out of documents; null for what the sources bring themselves.</summary>
    public static DocumentExtraction? Extraction => Build.Extraction;

    /// <summary>Which remote models the configuration names.</summary>
    internal ModelSettings Models { get; }

    /// <summary>The model of an embedding service, by name; null where vectors are made in the program itself, or none are.</summary>
    public string? EmbeddingService => Models.Embeddings?.Model;

    /// <summary>Where remote models log; set before a command starts.</summary>
    internal ILogger Logger { get; set; } = NullLogger.Instance;

    /// <summary>Whether the service of the embedding model could not be asked, so that words alone are searched.</summary>
    public bool LacksEmbeddingService { get; private set; }

    /// <summary>The embedding model, opened when it is first asked for; null where the configuration wants none.</summary>
    public EmbeddingModel? EmbeddingModel => _embedding.Value;

    /// <summary>
    /// Asks an embedding service for the length of its vectors where nothing else tells it, before <see cref="EmbeddingModel"/> is
    /// first asked for. To read, a service that is down leaves no model, so that words alone are searched; to write it is an error.
    /// </summary>
    /// <exception cref="PaperChatException">The service does not answer.</exception>
    internal async Task PrepareEmbeddingModelAsync(bool toWrite, CancellationToken cancellationToken)
    {
        if (_embedding.IsValueCreated || _probed is not null)
        {
            return;
        }

        try
        {
            _probed = await EmbeddingSettings.ProbeAsync(Models, _time, Logger, cancellationToken);
        }
        catch (ModelException failure) when (failure.IsTransient && !toWrite)
        {
            LacksEmbeddingService = true;
        }
    }

    /// <summary>The filters of the command line; <see cref="SearchFilters.None"/> without any.</summary>
    public SearchFilters Filters { get; init; } = SearchFilters.None;

    /// <summary>Most papers wanted, at least 1; null when not given.</summary>
    public int? Limit { get; init; }

    public bool Json { get; init; }

    public bool Quiet { get; init; }

    public bool Verbose { get; init; }
}
