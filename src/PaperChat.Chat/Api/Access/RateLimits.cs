using System.Threading.RateLimiting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.RateLimiting;

namespace PaperChat.Chat.Api.Access;

/// <summary>
/// How many requests a client may send (429) and how many the server works on at once (503); both say when to try again. Endpoints
/// with <see cref="DisableRateLimitingAttribute"/> are outside of both: they cost nothing, or hold a stream open for long.
/// </summary>
internal static class RateLimits
{
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);
    private const int BusySeconds = 2;

    public static void Configure(RateLimiterOptions limiter, ServeOptions options)
    {
        limiter.GlobalLimiter = PartitionedRateLimiter.CreateChained(
            PartitionedRateLimiter.Create<HttpContext, string>(context => PerClient(context, options)),
            PartitionedRateLimiter.Create<HttpContext, string>(_ => RateLimitPartition.GetConcurrencyLimiter("", _ => new ConcurrencyLimiterOptions
            {
                PermitLimit = options.Concurrency,
                QueueLimit = options.Queue,
                QueueProcessingOrder = QueueProcessingOrder.OldestFirst,
            })));
        limiter.OnRejected = (rejected, _) => new ValueTask(ProblemOf(rejected).WriteAsync(rejected.HttpContext));
    }

    private static RateLimitPartition<string> PerClient(HttpContext context, ServeOptions options)
    {
        var client = context.Features.Get<RequestClient>()?.Name ?? "address " + context.Connection.RemoteIpAddress;
        return options.RequestsPerMinute is not { } limit
            ? RateLimitPartition.GetNoLimiter(client)
            : RateLimitPartition.GetTokenBucketLimiter(client, _ => new TokenBucketRateLimiterOptions
            {
                TokenLimit = limit,
                TokensPerPeriod = 1,
                ReplenishmentPeriod = Minute / limit,
                QueueLimit = 0,
            });
    }

    // Only a limiter of a rate knows when there is room again.
    private static Problem ProblemOf(OnRejectedContext rejected) => rejected.Lease.TryGetMetadata(MetadataName.RetryAfter, out var wait)
        ? new Problem(StatusCodes.Status429TooManyRequests, "rate", "Too many requests; Retry-After says when to go on.") { RetryAfter = wait }
        : new Problem(StatusCodes.Status503ServiceUnavailable, "busy", "The server has all hands full; try again in a moment.") { RetryAfter = TimeSpan.FromSeconds(BusySeconds) };
}
