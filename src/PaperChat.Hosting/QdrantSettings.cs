using System.Globalization;
using Microsoft.Extensions.Configuration;
using PaperChat.Qdrant;

namespace PaperChat.Hosting;

/// <summary>What the configuration says of the Qdrant server and the library's collection there; the section is <c>Qdrant</c>.</summary>
internal static class QdrantSettings
{
    private const string Section = "Qdrant:";
    private const int LongestName = 255;

    private static readonly string[] Orderings = ["weak", "medium", "strong"];

    /// <exception cref="UsageException">A value is none that can be used; the message names the key.</exception>
    public static QdrantOptions Read(IConfiguration configuration, string? endpoint)
    {
        var usual = new QdrantOptions();
        return usual with
        {
            Endpoint = EndpointOf(endpoint, "--endpoint") ?? EndpointOf(configuration[Section + "Endpoint"], Section + "Endpoint") ?? usual.Endpoint,
            ApiKey = configuration[Section + "ApiKey"] is { Length: > 0 } key ? KeyOf(key) : null,
            Collection = NameOf(configuration[Section + "Collection"]) ?? usual.Collection,
            ReadBudget = Seconds(configuration, "ReadBudget") ?? usual.ReadBudget,
            WriteBudget = Seconds(configuration, "WriteBudget") ?? usual.WriteBudget,
            AttemptTimeout = Seconds(configuration, "AttemptTimeout") ?? usual.AttemptTimeout,
            BatchBytes = Number(configuration, "BatchBytes", 1024) ?? usual.BatchBytes,
            Concurrency = Number(configuration, "Concurrency", 1) ?? usual.Concurrency,
            Shards = Number(configuration, "Shards", 1),
            Replicas = Number(configuration, "Replicas", 1),
            WriteConsistency = Number(configuration, "WriteConsistency", 1),
            WriteOrdering = OrderingOf(configuration[Section + "WriteOrdering"]),
            Quantize = Flag(configuration, "Quantize") ?? usual.Quantize,
            VectorsOnDisk = Flag(configuration, "VectorsOnDisk") ?? usual.VectorsOnDisk,
            IndexOnDisk = Flag(configuration, "IndexOnDisk") ?? usual.IndexOnDisk,
            MemmapThreshold = Number(configuration, "MemmapThreshold", 0) ?? usual.MemmapThreshold,
            HnswLinks = Number(configuration, "HnswLinks", 0),
            HnswConstruction = Number(configuration, "HnswConstruction", 4),
            HnswSearch = Number(configuration, "HnswSearch", 1) ?? usual.HnswSearch,
            BulkLoad = Flag(configuration, "BulkLoad") ?? usual.BulkLoad,
        };
    }

    public static string LocationOf(QdrantOptions options) =>
        $"{options.Endpoint.GetComponents(UriComponents.SchemeAndServer | UriComponents.Path, UriFormat.UriEscaped).TrimEnd('/')}/collections/{options.Collection}";

    private static Uri? EndpointOf(string? text, string origin)
    {
        if (text is null or "")
        {
            return null;
        }

        return Uri.TryCreate(text.Trim(), UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https" && uri is { Query: "", Fragment: "", UserInfo: "" }
            ? uri
            : throw new UsageException($"{origin} is the address of Qdrant's REST API, such as http://localhost:6333, not '{TerminalText.Line(text)}'.");
    }

    // What is no header's value would fail with a message that shows it.
    private static string KeyOf(string key) => key.All(c => c is > ' ' and < '\u007F')
        ? key
        : throw new UsageException($"{Section}ApiKey holds characters that no API key has.");

    private static string? NameOf(string? name) => name is null or "" ? null
        : name.Length <= LongestName && name.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' or '.') && name.Trim('.').Length > 0
            ? name
            : throw new UsageException($"{Section}Collection is a name of letters, digits, '-', '_' and '.', not '{TerminalText.Line(name)}'.");

    private static string? OrderingOf(string? text) => text is null or "" ? null
        : Orderings.FirstOrDefault(o => o.Equals(text, StringComparison.OrdinalIgnoreCase))
            ?? throw new UsageException($"{Section}WriteOrdering is weak, medium or strong, not '{TerminalText.Line(text)}'.");

    private static int? Number(IConfiguration configuration, string key, int least) =>
        configuration[Section + key] is not { Length: > 0 } text ? null
        : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= least ? number
        : throw new UsageException($"{Section}{key} is a whole number from {least}, not '{TerminalText.Line(text)}'.");

    private static TimeSpan? Seconds(IConfiguration configuration, string key) =>
        Number(configuration, key, 1) is { } seconds ? TimeSpan.FromSeconds(Math.Min(seconds, 86_400)) : null;

    private static bool? Flag(IConfiguration configuration, string key) =>
        configuration[Section + key] is not { Length: > 0 } text ? null
        : bool.TryParse(text, out var flag) ? flag
        : throw new UsageException($"{Section}{key} is true or false, not '{TerminalText.Line(text)}'.");
}
