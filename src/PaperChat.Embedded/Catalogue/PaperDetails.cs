using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using PaperChat.Papers;

namespace PaperChat.Embedded.Catalogue;

/// <summary>
/// What the catalogue keeps of a paper as one JSON object: the fields that no statement asks for. A field without a value is left
/// out; an unknown one is passed over. Written and read by hand, since a serializer takes long to start.
/// </summary>
internal static class PaperDetails
{
    // Never shown as HTML: letters beyond ASCII stand as they are, in a third of the bytes of their escapes.
    private static readonly JsonWriterOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    [ThreadStatic]
    private static ArrayBufferWriter<byte>? _buffer;

    public static string Write(Paper paper)
    {
        var buffer = _buffer ??= new ArrayBufferWriter<byte>(1024);
        buffer.ResetWrittenCount();
        using (var json = new Utf8JsonWriter(buffer, Plain))
        {
            json.WriteStartObject();
            Write(json, "authors"u8, paper.Authors);
            Write(json, "venue"u8, paper.Venue);
            Write(json, "url"u8, paper.Url);
            Write(json, "doi"u8, paper.Doi);
            Write(json, "arxiv"u8, paper.Arxiv);
            Write(json, "categories"u8, paper.Categories);
            Write(json, "links"u8, paper.Links);
            Write(json, "upvotes"u8, paper.Upvotes);
            Write(json, "version"u8, paper.Version);
            Write(json, "updated"u8, paper.Updated?.ToString("O", CultureInfo.InvariantCulture));
            Write(json, "status"u8, paper.Status == PaperStatus.Current ? null : (int)paper.Status);
            if (paper.HoldsInstructions)
            {
                json.WriteBoolean("holdsInstructions"u8, true);
            }

            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    /// <summary>The paper with what the object says.</summary>
    /// <exception cref="InvalidDataException">It is no such object.</exception>
    public static Paper AddTo(Paper paper, string details)
    {
        try
        {
            var json = new Utf8JsonReader(Encoding.UTF8.GetBytes(details));
            json.Read();
            while (json.Read() && json.TokenType == JsonTokenType.PropertyName)
            {
                paper = Read(ref json, paper);
            }

            return paper;
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            throw new InvalidDataException($"the catalogue holds details of {paper.Id} that cannot be read", e);
        }
    }

    private static Paper Read(ref Utf8JsonReader json, Paper paper)
    {
        var name = json.GetString();
        json.Read();
        switch (name)
        {
            case "authors":
                return paper with { Authors = ReadList(ref json) };
            case "venue":
                return paper with { Venue = json.GetString() };
            case "url":
                return paper with { Url = json.GetString() };
            case "doi":
                return paper with { Doi = json.GetString() };
            case "arxiv":
                return paper with { Arxiv = json.GetString() };
            case "categories":
                return paper with { Categories = ReadList(ref json) };
            case "links":
                return paper with { Links = ReadList(ref json) };
            case "upvotes":
                return paper with { Upvotes = json.GetInt32() };
            case "version":
                return paper with { Version = json.GetInt32() };
            case "updated":
                return paper with { Updated = DateOnly.TryParseExact(json.GetString(), "O", out var updated) ? updated : null };
            case "status":
                return paper with { Status = (PaperStatus)json.GetInt32() };
            case "holdsInstructions":
                return paper with { HoldsInstructions = json.GetBoolean() };
            default:
                json.Skip();
                return paper;
        }
    }

    private static List<string> ReadList(ref Utf8JsonReader json)
    {
        var texts = new List<string>();
        while (json.Read() && json.TokenType != JsonTokenType.EndArray)
        {
            texts.Add(json.GetString() ?? "");
        }

        return texts;
    }

    private static void Write(Utf8JsonWriter json, ReadOnlySpan<byte> name, string? value)
    {
        if (value is not null)
        {
            json.WriteString(name, value);
        }
    }

    private static void Write(Utf8JsonWriter json, ReadOnlySpan<byte> name, int? value)
    {
        if (value is { } number)
        {
            json.WriteNumber(name, number);
        }
    }

    private static void Write(Utf8JsonWriter json, ReadOnlySpan<byte> name, IReadOnlyList<string> values)
    {
        if (values.Count == 0)
        {
            return;
        }

        json.WriteStartArray(name);
        foreach (var value in values)
        {
            json.WriteStringValue(value);
        }

        json.WriteEndArray();
    }
}
