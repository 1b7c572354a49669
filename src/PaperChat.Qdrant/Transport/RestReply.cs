using System.Net;

namespace PaperChat.Qdrant.Transport;

/// <summary>What came of one attempt: a status with its body, or why there was none.</summary>
internal sealed record RestReply(HttpStatusCode? Status, byte[] Body, TimeSpan? RetryAfter, Exception? Failure)
{
    /// <summary>Whether the request had too many bytes: the server says so with status 400 in words, a proxy with 413.</summary>
    public bool IsTooLarge => Status == HttpStatusCode.RequestEntityTooLarge
        || (Status == HttpStatusCode.BadRequest && (Body.AsSpan().IndexOf("larger than allowed"u8) >= 0 || Body.AsSpan().IndexOf("exceeded limit"u8) >= 0));

    public bool IsSuccess => Status is { } status && (int)status is >= 200 and < 300;

    /// <summary>Whether the same request may succeed later. A server that restarts refuses connections or answers with 5xx.</summary>
    public bool IsTransient => Failure is not null || (Status is { } status
        && (status is HttpStatusCode.RequestTimeout or HttpStatusCode.TooManyRequests || (int)status >= 500) && (int)status != 507);
}
