using System.ClientModel;
using System.Globalization;
using System.Text.Json;
using PaperChat.Answering;

namespace PaperChat.Models.Remote;

/// <summary>Makes of what a client throws a <see cref="ModelException"/> that says what to do, without the key.</summary>
internal static class ModelFailure
{
    private const int MostDetail = 300;

    /// <summary>Whether this is a failure of the service or its connection, and no fault of the program.</summary>
    public static bool IsKnown(Exception exception) => exception is ClientResultException or HttpRequestException or IOException
        or JsonException or FormatException or InvalidOperationException or ArgumentException or KeyNotFoundException or AggregateException { InnerException: HttpRequestException };

    /// <param name="exception">What the client threw.</param>
    /// <param name="endpoint">The service.</param>
    /// <param name="hasBegun">Whether some of the answer had come already.</param>
    /// <param name="now">The time from which a date in Retry-After counts.</param>
    public static ModelException Of(Exception exception, ModelEndpoint endpoint, bool hasBegun, DateTimeOffset now) => exception switch
    {
        ClientResultException { Status: > 0 } result => OfStatus(result.Status, Reason(result, endpoint), RetryAfter(result, now), endpoint),
        HttpRequestException { StatusCode: { } status } => OfStatus((int)status, "", null, endpoint),
        JsonException or FormatException or InvalidOperationException or ArgumentException or KeyNotFoundException => New(
            "model-bad-response", $"The answer of {endpoint} cannot be read: it is not the JSON of OpenAI's protocol. Check the address.", false, exception),
        _ when hasBegun => CutOff(endpoint, exception),
        _ => New("model-unreachable", $"No answer from {endpoint}: {Detail(exception.Message, endpoint)}. Check that it runs and the address is right.", true, exception),
    };

    public static ModelException CutOff(ModelEndpoint endpoint, Exception? inner) =>
        New("model-cut-off", $"The connection to {endpoint} ended in the middle of the answer.", true, inner);

    public static ModelException Timeout(string model, TimeSpan limit, bool hasBegun) => New("model-timeout",
        string.Create(CultureInfo.InvariantCulture, $"{model} sent nothing for {limit.TotalSeconds:0.#} s{(hasBegun ? " in the middle of the answer" : "")}; Chat:Timeout sets the limit."), true, null);

    private static ModelException OfStatus(int status, string reason, TimeSpan? retryAfter, ModelEndpoint endpoint)
    {
        var (code, what, transient) = status switch
        {
            401 or 403 => ("model-unauthorized", "does not accept the key; check ApiKey", false),
            404 => ("model-not-found", "does not know this model or address; check Model and Endpoint", false),
            408 => ("model-timeout", "ran out of time", true),
            429 => ("model-rate-limited", "takes no more requests for now", true),
            >= 500 => ("model-server-error", "failed; try again later", true),
            _ => ("model-rejected", "does not take the request", false),
        };
        return new ModelException(code, string.Create(CultureInfo.InvariantCulture,
            $"{endpoint} {what} (HTTP {status}{reason})."), transient)
        {
            RetryAfter = retryAfter,
        };
    }

    // The package's message repeats the response; the service's own sentence is enough.
    private static string Reason(ClientResultException result, ModelEndpoint endpoint)
    {
        var body = result.GetRawResponse()?.Content.ToString() ?? "";
        try
        {
            using var json = JsonDocument.Parse(body);
            var error = json.RootElement.ValueKind == JsonValueKind.Object && json.RootElement.TryGetProperty("error", out var inner) ? inner : json.RootElement;
            var message = error.ValueKind == JsonValueKind.String ? error.GetString()
                : error.ValueKind == JsonValueKind.Object && error.TryGetProperty("message", out var text) && text.ValueKind == JsonValueKind.String ? text.GetString() : null;
            return string.IsNullOrWhiteSpace(message) ? "" : ": " + Detail(message, endpoint);
        }
        catch (JsonException)
        {
            return "";
        }
    }

    private static TimeSpan? RetryAfter(ClientResultException result, DateTimeOffset now)
    {
        var headers = result.GetRawResponse()?.Headers;
        if (headers is null)
        {
            return null;
        }

        if (headers.TryGetValue("retry-after-ms", out var ms) && double.TryParse(ms, NumberStyles.Float, CultureInfo.InvariantCulture, out var milliseconds) && milliseconds is >= 0 and < 1e9)
        {
            return TimeSpan.FromMilliseconds(milliseconds);
        }

        if (!headers.TryGetValue("Retry-After", out var value))
        {
            return null;
        }

        if (double.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out var seconds))
        {
            return seconds is >= 0 and < 1e6 ? TimeSpan.FromSeconds(seconds) : null;
        }

        return DateTimeOffset.TryParse(value, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var date) && date > now ? date - now : null;
    }

    private static string Detail(string text, ModelEndpoint endpoint)
    {
        var plain = string.Concat(endpoint.Redact(text).Select(c => char.IsControl(c) ? ' ' : c)).Trim().TrimEnd('.');
        return plain.Length > MostDetail ? plain[..MostDetail] + "..." : plain;
    }

    // What the package threw is not kept as the inner exception where it holds the response, and with it perhaps the key.
    private static ModelException New(string code, string message, bool isTransient, Exception? inner) =>
        new(code, message, isTransient, inner is HttpRequestException or IOException or JsonException ? inner : null);
}
