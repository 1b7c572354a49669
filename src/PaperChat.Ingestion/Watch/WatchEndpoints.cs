using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using PaperChat.Ingestion.Digests;
using PaperChat.Ingestion.Subscriptions;

namespace PaperChat.Ingestion.Watch;

/// <summary>
/// What a watch answers: <c>/health/live</c>, <c>/health/ready</c>, <c>/metrics</c>, and <c>/unsubscribe/TOKEN</c>, which a person opens
/// and a program for mail posts to (RFC 8058). Each request has its own connection to the file.
/// </summary>
internal static class WatchEndpoints
{
    private const int LongestToken = 200;

    public static void MapWatch(this IEndpointRouteBuilder app, string folder)
    {
        app.MapGet("/health/live", () => Results.Text("""{"status":"live"}""", "application/json"));
        app.MapGet("/health/ready", (WatchStatus status) => Ready(folder, status));
        app.MapGet("/metrics", () =>
        {
            using var database = WatchDatabase.Open(folder);
            return Results.Text(WatchMetrics.Write(database), WatchMetrics.ContentType);
        });

        // Looking at it changes nothing: programs that check links open them all.
        app.MapGet("/unsubscribe/{token}", (string token) => Find(folder, token) is null ? Page(UnsubscribePage.Unknown, 404) : Page(UnsubscribePage.Ask, 200));
        app.MapPost("/unsubscribe/{token}", (string token) => End(folder, token));
    }

    /// <summary>What every page is sent with: nothing of it is kept, nothing runs in it, and its address is told to nobody.</summary>
    public static void AddHeaders(HttpContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        var headers = context.Response.Headers;
        headers.CacheControl = "no-store";
        headers.ContentSecurityPolicy = "default-src 'none'; style-src 'unsafe-inline'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "no-referrer";
    }

    private static IResult Page(string html, int status) => Results.Text(html, "text/html; charset=utf-8", statusCode: status);

    private static string? Find(string folder, string token)
    {
        if (token.Length > LongestToken)
        {
            return null;
        }

        using var database = WatchDatabase.Open(folder);
        return UnsubscribeToken.Of(database).Read(token);
    }

    private static IResult End(string folder, string token)
    {
        if (Find(folder, token) is not { } subscription)
        {
            return Page(UnsubscribePage.Unknown, 404);
        }

        // Ended a second time it is ended all the same.
        using var database = WatchDatabase.Open(folder);
        new SubscriptionStore(database).Remove(subscription);
        return Page(UnsubscribePage.Done, 200);
    }

    private static IResult Ready(string folder, WatchStatus status)
    {
        using var database = WatchDatabase.Open(folder);
        var (sources, outbox, last) = (new SourceStates(database).List(), new Outbox(database), status.Last);
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            json.WriteString("status", last is null ? "starting" : last.Failure is null ? "ready" : "failing");
            if (last is not null)
            {
                json.WriteString("lastRound", last.At);
            }

            json.WriteNumber("failingSources", sources.Count(s => s.Failures > 0));
            json.WriteNumber("digestsWaiting", outbox.Count(DigestState.Waiting) + outbox.Count(DigestState.Sending));
            json.WriteNumber("digestsFailed", outbox.Count(DigestState.Failed));
            json.WriteEndObject();
        }

        return Results.Text(buffer.ToArray(), "application/json", last is { Failure: not null } ? StatusCodes.Status503ServiceUnavailable : StatusCodes.Status200OK);
    }
}
