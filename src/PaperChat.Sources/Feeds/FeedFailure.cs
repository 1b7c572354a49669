using System.Net;
using PaperChat.Ingestion;
using PaperChat.Sources.Records;

namespace PaperChat.Sources.Feeds;

/// <summary>What went wrong with a request, in words that say what to do next.</summary>
internal static class FeedFailure
{
    /// <summary>Statuses after which the same request may succeed; arXiv answers 406 when it is asked too much.</summary>
    public static bool IsTransient(HttpStatusCode status) => status
        is HttpStatusCode.RequestTimeout or HttpStatusCode.TooManyRequests or HttpStatusCode.NotAcceptable
        || (int)status is >= 500 and not 501 and not 505;

    public static SourceException OfStatus(FeedService service, Uri address, HttpStatusCode status, string body) => status switch
    {
        HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden => new SourceException(
            $"{service} does not let us in ({(int)status}) at {address}. {(service.Key is null ? "It may want a key" : "Its key may be wrong")}: paperchat-ingest --help names the variable.{Said(body)}"),
        HttpStatusCode.TooManyRequests or HttpStatusCode.NotAcceptable => new SourceException(
            $"{service} says that it was asked too often ({(int)status}) at {address}. Try again in some minutes; what was read before is kept.", isTransient: true),
        _ when IsTransient(status) => new SourceException($"{service} failed ({(int)status}) at {address}. Try again later; what was read before is kept.{Said(body)}", isTransient: true),
        _ => new SourceException($"{service} refuses {address} ({(int)status}).{Said(body)}"),
    };

    public static SourceException OfConnection(FeedService service, Uri address, Exception failure) => new(
        $"{service} did not answer at {address}: {Excerpt.Of(failure.Message)} Check the network and the address, or try again later.", failure, isTransient: true);

    public static SourceException OfTimeout(FeedService service, Uri address, TimeSpan limit, Exception failure) => new(
        FormattableString.Invariant($"{service} did not answer within {limit.TotalSeconds:0} s at {address}. Try again later."), failure, isTransient: true);

    private static string Said(string body) => string.IsNullOrWhiteSpace(body) ? "" : $" It said: {Excerpt.Of(body)}";
}
