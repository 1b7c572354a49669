using System.Net;
using System.Text.Json;
using PaperChat.Library;

namespace PaperChat.Qdrant.Transport;

/// <summary>Puts what a server answers, or that it does not, into words with the endpoint and what to do next.</summary>
internal sealed class QdrantFailure(QdrantOptions options)
{
    private const int LongestReason = 300;

    // Never with what stands before the host: an address may hold a password.
    private string Server => $"Qdrant at {options.Endpoint.GetComponents(UriComponents.SchemeAndServer | UriComponents.Path, UriFormat.UriEscaped).TrimEnd('/')}";

    private string Collection => $"the collection {options.Collection} of {Server}";

    public LibraryUnavailableException NoAnswer(string reason, Exception? inner) => new(
        $"{Server} does not answer ({reason}). Start it (docker compose up -d qdrant), name another with --endpoint or Qdrant:Endpoint, or run this again when it is back.",
        inner);

    public LibraryException Refused(HttpStatusCode status, string body) => status switch
    {
        HttpStatusCode.Unauthorized => new LibraryException(
            $"{Server} refused the API key, or wants one. Set Qdrant:ApiKey in the configuration, or PAPERCHAT__QDRANT__APIKEY in the environment."),
        HttpStatusCode.Forbidden when body.Contains("locked", StringComparison.OrdinalIgnoreCase) => new LibraryException(
            $"{Server} takes no writes now ({Reason(body)}). Unlock it, or wait until whoever locked it is done, and run the same again."),
        HttpStatusCode.Forbidden => new LibraryException(
            $"The API key may not do this with {Collection} ({Reason(body)}). A key that may read only cannot ingest; set Qdrant:ApiKey to one that may write."),
        HttpStatusCode.NotFound => NoCollection(Reason(body)),
        HttpStatusCode.RequestEntityTooLarge => new LibraryException(
            $"{Server} takes no request as large as one paper is. Raise its service.max_request_size_mb, or the limit of the proxy before it."),
        HttpStatusCode.BadRequest => new LibraryException(
            $"{Server} refused a request to the collection {options.Collection}: {Reason(body)} The library needs Qdrant 1.12 or later; where the collection was made by another program, name another with Qdrant:Collection."),
        _ => new LibraryException($"{Server} answered with status {(int)status}: {Reason(body)} See its log."),
    };

    public LibraryException NoCollection(string? reason = null) => new(
        $"There is no library in {Collection}{(reason is null ? "" : $" ({reason})")}. Put papers in with paperchat-ingest --store qdrant --endpoint {options.Endpoint.GetComponents(UriComponents.SchemeAndServer | UriComponents.Path, UriFormat.UriEscaped)} PATH, or name another with Qdrant:Collection.");

    public LibraryException NotQdrant(string what) => new(
        $"What answers at {options.Endpoint.GetComponents(UriComponents.SchemeAndServer | UriComponents.Path, UriFormat.UriEscaped)} is not Qdrant's REST API ({what}). Its port is usually 6333; name the right address with --endpoint or Qdrant:Endpoint.");

    public IndexIncompatibleException TooOld(Version version) => new(
        $"{Server} is version {version}; the library needs 1.12 or later. Update the server.");

    public LibraryException NotOurs(string what) => new(
        $"{Capital(Collection)} was not made by PaperChat: {what}. Name another with Qdrant:Collection; nothing was changed in it.");

    public IndexIncompatibleException OtherVersion(string what) => new(
        $"{Capital(Collection)} was made by another version of PaperChat: {what}. Ingest the papers into another collection (Qdrant:Collection), or use that version.");

    public IndexIncompatibleException OtherModel(EmbeddingModelInfo own, EmbeddingModelInfo other) => new(
        $"The vectors of {Collection} were made by {own.Describe()}, this program uses {other.Describe()}. Set Embeddings:Model to the library's, or ingest into another collection (Qdrant:Collection).");

    public IndexIncompatibleException NoModel(EmbeddingModelInfo own) => new(
        $"The vectors of {Collection} were made by {own.Describe()}, this program is set to use no embedding model, so it cannot add papers. Set Embeddings:Model to the library's.");

    public LibraryException Unreadable(string what, Exception inner) => new(
        $"{Capital(Collection)} holds what this program cannot read ({what}). Was it written by another program? Ingest the papers into another collection (Qdrant:Collection).", inner);

    private static string Capital(string text) => char.ToUpperInvariant(text[0]) + text[1..];

    // The server's own words: {"status":{"error":"..."}}, or plain text where it knows no better. Never more than a few lines of them.
    private static string Reason(string body)
    {
        var text = body;
        try
        {
            using var json = JsonDocument.Parse(body);
            if (json.RootElement is { ValueKind: JsonValueKind.Object } root && root.TryGetProperty("status", out var status)
                && status.ValueKind == JsonValueKind.Object && status.TryGetProperty("error", out var error))
            {
                text = error.GetString() ?? "";
            }
        }
        catch (JsonException)
        {
            // Plain text.
        }

        text = string.Concat(text.Select(c => char.IsControl(c) ? ' ' : c)).Trim();
        return text.Length > LongestReason ? text[..LongestReason] + " ..." : text.Length == 0 ? "it gave no reason." : text;
    }
}
