using System.Globalization;
using System.Text.Json;
using PaperChat.Library;
using PaperChat.Papers;

namespace PaperChat.Merging;

/// <summary>
/// The records of a work as libraries keep them, beside the paper that they make: of each version only the fields in which it differs
/// from that paper. <c>[{"source","id","ids":[...],"versions":[{"seen","format","location","line"?,"fields":{...}}]}]</c>; a field that
/// the version leaves open and the paper has is null.
/// </summary>
public static class WorkRecordsJson
{
    public static void Write(Utf8JsonWriter json, Paper paper, IReadOnlyList<WorkRecord> records)
    {
        ArgumentNullException.ThrowIfNull(json);
        ArgumentNullException.ThrowIfNull(paper);
        ArgumentNullException.ThrowIfNull(records);
        json.WriteStartArray();
        foreach (var record in records)
        {
            json.WriteStartObject();
            json.WriteString("source", record.Source);
            json.WriteString("id", record.Id.Value);
            Write(json, "ids", record.Ids.Select(i => i.Value));
            json.WriteStartArray("versions");
            foreach (var version in record.Versions)
            {
                Write(json, paper, version);
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    /// <summary>The records of a paper that were written beside it.</summary>
    /// <exception cref="InvalidDataException">They are none.</exception>
    public static IReadOnlyList<WorkRecord> Read(JsonElement records, Paper paper)
    {
        ArgumentNullException.ThrowIfNull(paper);
        try
        {
            return [.. records.EnumerateArray().Select(record => ReadRecord(record, paper))];
        }
        catch (Exception e) when (e is InvalidOperationException or KeyNotFoundException or FormatException)
        {
            throw new InvalidDataException($"the records of {paper.Id} cannot be read", e);
        }
    }

    private static WorkRecord ReadRecord(JsonElement record, Paper paper)
    {
        var id = new PaperId(record.GetProperty("id").GetString()!);
        return new WorkRecord
        {
            Source = record.GetProperty("source").GetString()!,
            Id = id,
            Ids = [.. Texts(record.GetProperty("ids")).Select(i => new PaperId(i))],
            Versions = [.. record.GetProperty("versions").EnumerateArray().Select(version => ReadVersion(version, paper with { Id = id }))],
        };
    }

    private static void Write(Utf8JsonWriter json, Paper paper, RecordVersion version)
    {
        json.WriteStartObject();
        json.WriteString("seen", version.Seen.ToString("O", CultureInfo.InvariantCulture));
        json.WriteString("format", version.Provenance.Format);
        json.WriteString("location", version.Provenance.Location);
        if (version.Provenance.Line is { } line)
        {
            json.WriteNumber("line", line);
        }

        json.WriteStartObject("fields");
        foreach (var field in PaperFieldName.All.Where(f => !f.IsSame(version.Paper, paper)))
        {
            Write(json, field.Name, field.Read(version.Paper));
        }

        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, string name, object? value)
    {
        switch (value)
        {
            case string text:
                json.WriteString(name, text);
                break;
            case int number:
                json.WriteNumber(name, number);
                break;
            case bool flag:
                json.WriteBoolean(name, flag);
                break;
            case IEnumerable<string> texts:
                json.WriteStartArray(name);
                foreach (var text in texts)
                {
                    json.WriteStringValue(text);
                }

                json.WriteEndArray();
                break;
            default:
                json.WriteNull(name);
                break;
        }
    }

    private static RecordVersion ReadVersion(JsonElement version, Paper paper)
    {
        var said = paper;
        var fields = version.GetProperty("fields");
        foreach (var field in PaperFieldName.All)
        {
            said = fields.TryGetProperty(field.Name, out var value) ? field.Write(said, ValueOf(value)) : said;
        }

        var provenance = new Provenance(
            version.GetProperty("format").GetString()!,
            version.GetProperty("location").GetString()!,
            version.TryGetProperty("line", out var line) ? line.GetInt64() : null);
        var seen = DateOnly.ParseExact(version.GetProperty("seen").GetString()!, "O", CultureInfo.InvariantCulture);
        return new RecordVersion(said, provenance, seen);
    }

    private static object? ValueOf(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => value.GetString(),
        JsonValueKind.Number => value.GetInt32(),
        JsonValueKind.True => true,
        JsonValueKind.Array => Texts(value),
        _ => null,
    };

    private static IReadOnlyList<string> Texts(JsonElement array) => [.. array.EnumerateArray().Select(t => t.GetString()!)];
}
