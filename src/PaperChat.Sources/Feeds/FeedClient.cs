using System.Collections.Concurrent;
using System.Net;
using System.Net.Http.Headers;
using System.Text;
using PaperChat.Ingestion;
using Polly;
using Polly.CircuitBreaker;
using Polly.Retry;

namespace PaperChat.Sources.Feeds;

/// <summary>
/// Asks services for pages, politely: a name, one request at a time and an interval where the service wants one, waits that it asks
/// for, waits that grow where it says nothing, and a rest after many failures in a row. Pages are kept, and asked for again only as
/// far as they changed. Thread-safe; the caller owns <paramref name="http"/>, whose own time limit should be off.
/// </summary>
internal sealed class FeedClient(HttpClient http, FeedOptions options, TimeProvider time) : IDisposable
{
    private readonly ConcurrentDictionary<string, ServiceLine> _lines = new(StringComparer.Ordinal);
    private readonly FeedCache? _cache = options.CacheFolder is { } folder ? new FeedCache(folder, time) : null;

    /// <summary>The page at an address below the service's.</summary>
    /// <exception cref="SourceException">It could not be had; transient where the service did not answer or was too busy.</exception>
    public async Task<FeedPage> GetAsync(FeedService service, string path, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(service);
        ArgumentNullException.ThrowIfNull(path);
        var address = new Uri(service.BaseAddress, path);
        var known = _cache is null ? null : await _cache.FindAsync(address, cancellationToken);
        if (known is not null && time.GetUtcNow() - known.Kept < service.Fresh)
        {
            return new FeedPage(address, known.Body);
        }

        var line = _lines.GetOrAdd(service.Name, _ => new ServiceLine(new FeedGate(service.Interval, time), PipelineOf(service)));
        try
        {
            return await line.Pipeline.ExecuteAsync(
                async token => await line.Gate.PassAsync(passed => AskAsync(service, address, known, passed), token), cancellationToken);
        }
        catch (BusyException busy)
        {
            throw busy.Failure;
        }
        catch (BrokenCircuitException)
        {
            throw new SourceException($"{service} failed too often just now and is left alone for a while. Try again in some minutes; what was read before is kept.", isTransient: true);
        }
    }

    public void Dispose()
    {
        foreach (var line in _lines.Values)
        {
            line.Gate.Dispose();
        }
    }

    private ResiliencePipeline PipelineOf(FeedService service) => Retrying(service)
        .AddCircuitBreaker(new CircuitBreakerStrategyOptions
        {
            Name = service.Name,
            FailureRatio = 1,
            MinimumThroughput = Math.Max(2, options.FailuresBeforeBreak),
            SamplingDuration = 10 * options.LongestWait,
            BreakDuration = options.LongestWait,
            ShouldHandle = new PredicateBuilder().Handle<BusyException>(),
        })
        .Build();

    private ResiliencePipelineBuilder Retrying(FeedService service)
    {
        var builder = new ResiliencePipelineBuilder { TimeProvider = time };
        return options.Attempts == 1 ? builder : builder.AddRetry(new RetryStrategyOptions
        {
            Name = service.Name,
            MaxRetryAttempts = options.Attempts - 1,
            Delay = options.FirstWait,
            MaxDelay = options.LongestWait,
            BackoffType = DelayBackoffType.Exponential,
            UseJitter = true,
            ShouldHandle = new PredicateBuilder().Handle<BusyException>(b => b.RetryAfter is not { } wait || wait <= options.LongestWait),
            DelayGenerator = busy => ValueTask.FromResult((busy.Outcome.Exception as BusyException)?.RetryAfter),
        });
    }

    private async Task<FeedPage> AskAsync(FeedService service, Uri address, CachedPage? known, CancellationToken cancellationToken)
    {
        using var limit = new CancellationTokenSource(options.Timeout, time);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, limit.Token);
        try
        {
            using var request = RequestTo(service, address, known);
            using var response = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, both.Token);
            if (response.StatusCode == HttpStatusCode.NotModified && known is not null)
            {
                await KeepAsync(address, known.Body, known.Tag, known.Modified, both.Token);
                return new FeedPage(address, known.Body);
            }

            var body = await ReadAsync(service, address, response, both.Token);
            if (response.IsSuccessStatusCode)
            {
                await KeepAsync(address, body, response.Headers.ETag?.ToString(), response.Content.Headers.LastModified?.ToString("R"), both.Token);
                return new FeedPage(address, body);
            }

            throw Refused(service, address, response, Encoding.UTF8.GetString(body.Span));
        }
        catch (OperationCanceledException failure) when (limit.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
        {
            throw new BusyException(FeedFailure.OfTimeout(service, address, options.Timeout, failure));
        }
        catch (Exception failure) when (failure is HttpRequestException or IOException)
        {
            throw new BusyException(FeedFailure.OfConnection(service, address, failure));
        }
    }

    private HttpRequestMessage RequestTo(FeedService service, Uri address, CachedPage? known)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, AddressWithKey(service, address));
        request.Headers.TryAddWithoutValidation("User-Agent", options.UserAgent);
        if (service is { Key: { } key, KeyHeader: { } header })
        {
            request.Headers.TryAddWithoutValidation(header, header == "Authorization" ? "Bearer " + key : key);
        }

        if (known?.Tag is { } tag && EntityTagHeaderValue.TryParse(tag, out var parsed))
        {
            request.Headers.IfNoneMatch.Add(parsed);
        }

        if (known?.Modified is { } modified)
        {
            request.Headers.TryAddWithoutValidation("If-Modified-Since", modified);
        }

        return request;
    }

    private static Uri AddressWithKey(FeedService service, Uri address) => service is { Key: { } key, KeyHeader: null }
        ? new Uri(address.AbsoluteUri + (address.Query.Length > 0 ? "&" : "?") + "api_key=" + Uri.EscapeDataString(key))
        : address;

    private async Task<ReadOnlyMemory<byte>> ReadAsync(FeedService service, Uri address, HttpResponseMessage response, CancellationToken cancellationToken)
    {
        await using var stream = await response.Content.ReadAsStreamAsync(cancellationToken);
        using var body = new MemoryStream();
        var buffer = new byte[64 * 1024];
        for (int count; (count = await stream.ReadAsync(buffer, cancellationToken)) > 0;)
        {
            await body.WriteAsync(buffer.AsMemory(0, count), cancellationToken);
            if (body.Length > options.MaxPageBytes)
            {
                throw new SourceException($"{service} answers {address} with more than {options.MaxPageBytes >> 20} MB. Ask for less at once.");
            }
        }

        return body.ToArray();
    }

    private Exception Refused(FeedService service, Uri address, HttpResponseMessage response, string said)
    {
        var failure = FeedFailure.OfStatus(service, address, response.StatusCode, said);
        return failure.IsTransient ? new BusyException(failure) { RetryAfter = RetryAfterOf(response) } : failure;
    }

    private TimeSpan? RetryAfterOf(HttpResponseMessage response) => response.Headers.RetryAfter switch
    {
        { Delta: { } wait } => wait,
        { Date: { } when } when when > time.GetUtcNow() => when - time.GetUtcNow(),
        { Date: not null } => TimeSpan.Zero,
        _ => null,
    };

    private Task KeepAsync(Uri address, ReadOnlyMemory<byte> body, string? tag, string? modified, CancellationToken cancellationToken) =>
        _cache?.KeepAsync(address, body, tag, modified, cancellationToken) ?? Task.CompletedTask;

    private sealed record ServiceLine(FeedGate Gate, ResiliencePipeline Pipeline);
}
