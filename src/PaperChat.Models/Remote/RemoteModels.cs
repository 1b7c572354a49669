using Microsoft.Extensions.AI;
using Microsoft.Extensions.Logging;

namespace PaperChat.Models.Remote;

/// <summary>Puts clients of remote models together: a client, what its failures mean, a time limit, retries, a log; for embeddings batches and a cache, too.</summary>
public static class RemoteModels
{
    private const int CachedTexts = 4096;

    private static readonly TimeSpan ConnectLimit = TimeSpan.FromSeconds(15);
    private static readonly TimeSpan ConnectionLifetime = TimeSpan.FromMinutes(5);

    /// <summary>A client for connections that live as long as the program; the time limits are the decorators'.</summary>
    public static HttpClient CreateHttpClient() => new(new SocketsHttpHandler
    {
        ConnectTimeout = ConnectLimit,
        PooledConnectionLifetime = ConnectionLifetime,
        EnableMultipleHttp2Connections = true,
    })
    {
        Timeout = Timeout.InfiniteTimeSpan,
    };

    /// <summary>Puts around a client of a chat model what every one needs: what its failures mean, a time limit, retries, a log.</summary>
    /// <param name="client">The client; owned from here on.</param>
    /// <param name="endpoint">The model that it asks.</param>
    /// <param name="limit">How long it may send nothing.</param>
    /// <param name="retry">How often it is asked.</param>
    /// <param name="time">The clock of limits and waits.</param>
    /// <param name="logger">Where it says what it does.</param>
    public static IChatClient GuardChatClient(IChatClient client, ModelEndpoint endpoint, TimeSpan limit, RetryOptions retry, TimeProvider time, ILogger logger) =>
        new LoggingChatClient(
            new RetryingChatClient(new TimeLimitedChatClient(new ServiceFailureChatClient(client, endpoint, time), limit, time), retry, time, logger), time, logger);

    /// <param name="endpoint">The model.</param>
    /// <param name="dimensions">The length of its vectors; null to take what comes, which no library can be made with.</param>
    /// <param name="limit">How long one request may take.</param>
    /// <param name="retry">How often it is asked.</param>
    /// <param name="batching">How much is sent at a time.</param>
    /// <param name="http">Not owned.</param>
    /// <param name="time">The clock of limits and waits.</param>
    /// <param name="logger">Where it says what it does.</param>
    public static IEmbeddingGenerator<string, Embedding<float>> CreateEmbeddingGenerator(
        ModelEndpoint endpoint, int? dimensions, TimeSpan limit, RetryOptions retry, BatchingOptions batching, HttpClient http, TimeProvider time, ILogger logger)
    {
        var client = new TimeLimitedEmbeddingGenerator(new OpenAIEmbeddingGenerator(endpoint, dimensions, http, time), limit, time);
        var retrying = new RetryingEmbeddingGenerator(client, retry, time, logger);
        return new CachingEmbeddingGenerator(new BatchingEmbeddingGenerator(new LoggingEmbeddingGenerator(retrying, time, logger), batching), CachedTexts);
    }
}
