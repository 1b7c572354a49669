using System.Text.Json;
using PaperChat.Ingestion;

namespace PaperChat.Sources.Feeds;

/// <summary>What JSON answers say of themselves, beside the papers in them.</summary>
internal static class JsonPages
{
    private static readonly JsonDocumentOptions Options = new() { MaxDepth = 64 };

    /// <summary>How many elements an array has.</summary>
    /// <exception cref="SourceException">It is no array, or broken off.</exception>
    public static int CountOf(FeedService service, FeedPage page)
    {
        using var document = Parse(service, page);
        return document.RootElement.ValueKind == JsonValueKind.Array ? document.RootElement.GetArrayLength() : throw Unexpected(service, page);
    }

    /// <summary>A text below the root by the names that lead to it; null where there is none.</summary>
    /// <exception cref="SourceException">It is no object, or broken off.</exception>
    public static string? TextAt(FeedService service, FeedPage page, params ReadOnlySpan<string> names)
    {
        using var document = Parse(service, page);
        var element = document.RootElement.ValueKind == JsonValueKind.Object ? document.RootElement : throw Unexpected(service, page);
        foreach (var name in names)
        {
            if (element.ValueKind != JsonValueKind.Object || !element.TryGetProperty(name, out element))
            {
                return null;
            }
        }

        return element.ValueKind == JsonValueKind.String && element.GetString() is { Length: > 0 } text ? text : null;
    }

    private static JsonDocument Parse(FeedService service, FeedPage page)
    {
        try
        {
            return JsonDocument.Parse(page.Body, Options);
        }
        catch (JsonException failure)
        {
            throw new SourceException($"{service} sent an answer that breaks off or is no JSON, to {page.Address}. Try again; what was read before is kept.", failure, isTransient: true);
        }
    }

    private static SourceException Unexpected(FeedService service, FeedPage page) =>
        new($"{service} answers {page.Address} in a shape that PaperChat does not know.");
}
