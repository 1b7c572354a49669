using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.Logging;

namespace PaperChat.Hosting.Teams;

/// <summary>
/// Sends activities to the connector that an activity came from. Each call has its own time limit; one that the connector put off is
/// sent again, when it says so. One whose outcome is not known is not: it might stand there twice.
/// </summary>
internal sealed partial class ConnectorClient(HttpClient http, ConnectorTokens tokens, TimeSpan timeout, TimeProvider time, ILogger logger)
{
    private const int Attempts = 4;
    private const int LongestAnswer = 64 * 1024;

    private static readonly TimeSpan FirstPause = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(30);

    /// <summary>
    /// The same for what is worth nothing a moment later (text that grows, the dots of somebody who writes): it is sent once, so that the
    /// answer never waits for it.
    /// </summary>
    /// <exception cref="ConnectorException">It was not taken.</exception>
    /// <exception cref="PaperChatException">The bot has no token.</exception>
    public Task<string?> SendPassingAsync(Activity to, JsonObject activity, CancellationToken cancellationToken) => SendAsync(to, activity, attempts: 1, cancellationToken);

    /// <summary>Adds an activity to the conversation of another; the id that it got, null where the connector gave none.</summary>
    /// <exception cref="ConnectorException">It was not taken.</exception>
    /// <exception cref="PaperChatException">The bot has no token.</exception>
    public Task<string?> SendAsync(Activity to, JsonObject activity, CancellationToken cancellationToken) => SendAsync(to, activity, Attempts, cancellationToken);

    private async Task<string?> SendAsync(Activity to, JsonObject activity, int attempts, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(to);
        ArgumentNullException.ThrowIfNull(activity);
        var (address, body) = (AddressOf(to), activity.ToJsonString(ActivityJson.Options));
        var afresh = false;
        for (var attempt = 1; ; attempt++)
        {
            var (answer, failure) = await TryAsync(address, body, afresh, cancellationToken);
            if (failure is null)
            {
                return answer?.Text("id");
            }

            // A token that has run out is no put-off: one more try with a new one is free.
            afresh = failure.Status == (int)HttpStatusCode.Unauthorized && !afresh;
            if (!afresh && (attempt >= attempts || !failure.Error.IsTransient))
            {
                throw failure.Error;
            }

            var pause = afresh ? TimeSpan.Zero : Pause(attempt, failure.RetryAfter);
            LogAgain(logger, failure.Status, pause.TotalSeconds);
            await Task.Delay(pause, time, cancellationToken);
        }
    }

    // In threads of groups and channels an answer names what it answers.
    private static Uri AddressOf(Activity to)
    {
        var conversation = $"{to.ServiceUrl}/v3/conversations/{Uri.EscapeDataString(to.ConversationId)}/activities";
        return new Uri(to.Scope == ConversationScope.Personal || to.Id is null ? conversation : $"{conversation}/{Uri.EscapeDataString(to.Id)}");
    }

    private static TimeSpan Pause(int attempt, TimeSpan? wanted)
    {
        var pause = wanted ?? FirstPause * Math.Pow(2, attempt - 1);
        return pause > LongestPause ? LongestPause : pause < TimeSpan.Zero ? TimeSpan.Zero : pause;
    }

    private async Task<(JsonElement? Answer, Refused? Failure)> TryAsync(Uri address, string body, bool afresh, CancellationToken cancellationToken)
    {
        var token = await tokens.GetAsync(afresh, cancellationToken);
        using var request = new HttpRequestMessage(HttpMethod.Post, address) { Content = new StringContent(body, Encoding.UTF8, "application/json") };
        request.Headers.Authorization = token is null ? null : new AuthenticationHeaderValue("Bearer", token);
        using var late = new CancellationTokenSource(timeout, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, late.Token);
        try
        {
            using var response = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, either.Token);
            var answer = await ReadAsync(response, either.Token);
            return response.IsSuccessStatusCode ? (answer, null) : (null, RefusalOf(address, response, answer));
        }
        catch (OperationCanceledException exception) when (!cancellationToken.IsCancellationRequested)
        {
            return (null, new Refused(0, null, Failed($"{address.Host} did not answer within {timeout.TotalSeconds:0} seconds", isTransient: false, exception)));
        }
        catch (HttpRequestException exception)
        {
            // Without a connection nothing was sent; else it may have been taken.
            var isUnsent = exception.HttpRequestError is HttpRequestError.ConnectionError or HttpRequestError.NameResolutionError;
            return (null, new Refused(0, null, Failed($"{address.Host} cannot be reached ({exception.HttpRequestError})", isUnsent, exception)));
        }
        catch (IOException exception)
        {
            return (null, new Refused(0, null, Failed($"{address.Host} ended the connection", isTransient: false, exception)));
        }
    }

    private Refused RefusalOf(Uri address, HttpResponseMessage response, JsonElement? answer)
    {
        var status = (int)response.StatusCode;
        var told = answer is { } json ? json.Child("error") is { ValueKind: JsonValueKind.Object } error ? error : json : default;
        var isPutOff = response.StatusCode is HttpStatusCode.TooManyRequests or HttpStatusCode.PreconditionFailed
            or HttpStatusCode.BadGateway or HttpStatusCode.ServiceUnavailable or HttpStatusCode.GatewayTimeout;
        var after = response.Headers.RetryAfter;
        return new Refused(status, after?.Delta ?? (after?.Date - time.GetUtcNow()), new ConnectorException(
            status, told.Text("code") ?? "",
            $"The connector at {address.Host} answered {status}: {TerminalText.Line(told.Text("code"))} {TerminalText.Line(told.Text("message"))}".TrimEnd(' ', ':') + ".", isPutOff));
    }

    private static ConnectorException Failed(string what, bool isTransient, Exception inner) => new(0, "", $"The connector at {what}; the message was not sent.", isTransient, inner);

    // Whatever else it says is of no use here.
    private static async Task<JsonElement?> ReadAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        if (response.Content.Headers.ContentType?.MediaType != "application/json" || response.Content.Headers.ContentLength > LongestAnswer)
        {
            return null;
        }

        try
        {
            using var read = await JsonDocument.ParseAsync(await response.Content.ReadAsStreamAsync(cancellationToken), cancellationToken: cancellationToken);
            return read.RootElement.Clone();
        }
        catch (JsonException)
        {
            return null;
        }
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "The connector put a message off ({Status}); it is sent again in {Seconds} s.")]
    private static partial void LogAgain(ILogger logger, int status, double seconds);

    private sealed record Refused(int Status, TimeSpan? RetryAfter, ConnectorException Error);
}
