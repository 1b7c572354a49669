using System.Buffers;
using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using Polly;
using Polly.Retry;
using Polly.Timeout;

namespace PaperChat.Qdrant.Transport;

/// <summary>
/// Sends requests to the REST API, and sends them again while the server is down, busy or slow: after waits that grow and scatter,
/// or as long as the server says, within the budget. Every request may be repeated without harm. Thread-safe.
/// </summary>
internal sealed class RestConnection : IDisposable
{
    private static readonly TimeSpan FirstWait = TimeSpan.FromMilliseconds(200);
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan LongestAskedWait = TimeSpan.FromSeconds(30);

    private readonly HttpClient _http;
    private readonly TimeProvider _time;
    private readonly ResiliencePipeline<RestReply> _reading;
    private readonly ResiliencePipeline<RestReply> _writing;

    /// <param name="options">Where the server is.</param>
    /// <param name="handler">What sends; owned by this object.</param>
    /// <param name="time">The clock of waits and limits.</param>
    public RestConnection(QdrantOptions options, HttpMessageHandler handler, TimeProvider time)
    {
        Failures = new QdrantFailure(options);
        _time = time;
        var address = options.Endpoint.AbsoluteUri;
        _http = new HttpClient(handler) { BaseAddress = new Uri(address.EndsWith('/') ? address : address + "/"), Timeout = Timeout.InfiniteTimeSpan };
        if (options.ApiKey is { Length: > 0 } key)
        {
            _http.DefaultRequestHeaders.Add("api-key", key);
        }

        _reading = Pipeline(options.ReadBudget, options.AttemptTimeout, time);
        _writing = Pipeline(options.WriteBudget, options.AttemptTimeout, time);
    }

    public QdrantFailure Failures { get; }

    /// <summary>A handler that gives connections up before a proxy forgets them, and does not wait long for a server that is not there.</summary>
    public static HttpMessageHandler CreateHandler() => new SocketsHttpHandler
    {
        PooledConnectionLifetime = TimeSpan.FromMinutes(5),
        ConnectTimeout = TimeSpan.FromSeconds(5),
        AutomaticDecompression = DecompressionMethods.GZip,
        UseCookies = false,
        AllowAutoRedirect = false,
    };

    /// <summary>The body of a request.</summary>
    public static byte[] Body(Action<Utf8JsonWriter> write)
    {
        var buffer = new ArrayBufferWriter<byte>(1024);
        using (var json = new Utf8JsonWriter(buffer, Points.PointSerializer.Relaxed))
        {
            write(json);
        }

        return buffer.WrittenSpan.ToArray();
    }

    /// <summary>What the answer holds as <c>result</c>.</summary>
    /// <exception cref="Library.LibraryException">The server refused, or did not answer within the budget.</exception>
    public async Task<JsonElement> SendAsync(HttpMethod method, string path, ReadOnlyMemory<byte> body, bool writes, CancellationToken cancellationToken)
    {
        var reply = await ReplyAsync(method, path, body, writes, cancellationToken);
        return reply.IsSuccess
            ? ResultOf(reply)
            : throw Failures.Refused(reply.Status!.Value, Encoding.UTF8.GetString(reply.Body));
    }

    /// <summary>The answer, whatever its status, unless it is one that may be another later.</summary>
    public async Task<RestReply> ReplyAsync(HttpMethod method, string path, ReadOnlyMemory<byte> body, bool writes, CancellationToken cancellationToken)
    {
        RestReply? last = null;
        try
        {
            var reply = await (writes ? _writing : _reading).ExecuteAsync(
                async token => last = await TryAsync(method, path, body, token), cancellationToken);
            return !reply.IsTransient ? reply : throw NoAnswer(reply);
        }
        catch (TimeoutRejectedException e)
        {
            throw last is { IsTransient: true } ? NoAnswer(last) : Failures.NoAnswer("it took too long", e);
        }
    }

    public JsonElement ResultOf(RestReply reply)
    {
        try
        {
            using var json = JsonDocument.Parse(reply.Body);
            return json.RootElement.GetProperty("result").Clone();
        }
        catch (Exception e) when (e is JsonException or KeyNotFoundException or InvalidOperationException)
        {
            throw Failures.NotQdrant("the answer is not of its kind");
        }
    }

    public void Dispose() => _http.Dispose();

    private static ResiliencePipeline<RestReply> Pipeline(TimeSpan budget, TimeSpan attempt, TimeProvider time) =>
        new ResiliencePipelineBuilder<RestReply> { TimeProvider = time }
            .AddTimeout(budget)
            .AddRetry(new RetryStrategyOptions<RestReply>
            {
                ShouldHandle = args => ValueTask.FromResult(args.Outcome.Result is { IsTransient: true } || args.Outcome.Exception is TimeoutRejectedException),
                MaxRetryAttempts = int.MaxValue,
                BackoffType = DelayBackoffType.Exponential,
                UseJitter = true,
                Delay = FirstWait,
                MaxDelay = LongestWait,
                DelayGenerator = args => ValueTask.FromResult(args.Outcome.Result?.RetryAfter),
            })
            .AddTimeout(attempt)
            .Build();

    private async Task<RestReply> TryAsync(HttpMethod method, string path, ReadOnlyMemory<byte> body, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(method, path);
        if (!body.IsEmpty)
        {
            request.Content = new ReadOnlyMemoryContent(body);
            request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        }

        try
        {
            using var response = await _http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
            var content = await response.Content.ReadAsByteArrayAsync(cancellationToken);
            return new RestReply(response.StatusCode, content, RetryAfterOf(response), null);
        }
        catch (Exception e) when (e is HttpRequestException or IOException || (e is OperationCanceledException && !cancellationToken.IsCancellationRequested))
        {
            // A connection that could not be made in time is told as a cancellation too.
            return new RestReply(null, [], null, e);
        }
    }

    // A server that asks for more than that is not waited for longer than that either: the budget ends it.
    private TimeSpan? RetryAfterOf(HttpResponseMessage response) =>
        (response.Headers.RetryAfter?.Delta ?? response.Headers.RetryAfter?.Date - _time.GetUtcNow()) is { } wait && wait > TimeSpan.Zero
            ? TimeSpan.FromTicks(Math.Min(wait.Ticks, LongestAskedWait.Ticks))
            : null;

    private Library.LibraryUnavailableException NoAnswer(RestReply reply) => Failures.NoAnswer(
        reply.Failure is { } failure ? (failure.InnerException ?? failure).Message : FormattableString.Invariant($"status {(int)reply.Status!.Value}"),
        reply.Failure);
}
