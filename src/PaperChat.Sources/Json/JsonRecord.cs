using System.Text.Json;
using System.Text.Unicode;
using PaperChat.Ingestion;
using PaperChat.Sources.Records;

namespace PaperChat.Sources.Json;

/// <summary>One JSON object as a paper. Names that mean nothing here are passed over with their values.</summary>
internal static class JsonRecord
{
    /// <summary>Null with the reason for an object that is no paper.</summary>
    public static SourceRecord? Read(ReadOnlyMemory<byte> json, SourceOptions options, out string? problem)
    {
        SourceRecord? record = null;
        var line = json.Span;
        if (!Utf8.IsValid(line))
        {
            problem = "The record is not valid UTF-8. Save the file as UTF-8.";
            return null;
        }

        var builder = new RecordBuilder(options);
        try
        {
            Read(line, options.Columns, builder);
            record = builder.Build();
        }
        catch (JsonException failure)
        {
            builder.Fail($"The record is not valid JSON (byte {failure.BytePositionInLine + 1}).");
        }
        catch (InvalidOperationException)
        {
            builder.Fail("A text holds half of a surrogate pair (\\ud800 to \\udfff), which is no character.");
        }

        problem = builder.Problem;
        return problem is null ? record : null;
    }

    private static void Read(ReadOnlySpan<byte> line, ColumnMapping? columns, RecordBuilder builder)
    {
        var reader = new Utf8JsonReader(line);
        reader.Read();
        if (reader.TokenType != JsonTokenType.StartObject)
        {
            builder.Fail("The record is not a JSON object.");
            return;
        }

        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var field = columns is null ? Field(ref reader) : columns.Find(reader.GetString());
            reader.Read();
            if (field == RecordField.None)
            {
                reader.Skip();
            }
            else
            {
                ReadValue(ref reader, field, builder);
            }
        }

        // Reading past the end of the object is what finds a second one on the line.
        reader.Read();
    }

    private static RecordField Field(ref Utf8JsonReader reader)
    {
        if (reader.ValueSpan.Length > RecordFieldNames.Longest)
        {
            return RecordField.None;
        }

        Span<char> name = stackalloc char[RecordFieldNames.Longest];
        return RecordFieldNames.Find(name[..reader.CopyString(name)]);
    }

    private static void ReadValue(ref Utf8JsonReader reader, RecordField field, RecordBuilder builder)
    {
        switch (reader.TokenType)
        {
            case JsonTokenType.Null:
                break;
            case JsonTokenType.String:
                builder.Set(field, reader.GetString()!);
                break;
            case JsonTokenType.Number when field == RecordField.Year && reader.TryGetInt32(out var year):
                builder.SetYear(year);
                break;
            case JsonTokenType.Number when field is RecordField.Upvotes or RecordField.Version && reader.TryGetInt32(out var number):
                builder.Set(field, number.ToString(System.Globalization.CultureInfo.InvariantCulture));
                break;
            case JsonTokenType.Number when field == RecordField.Key && reader.TryGetInt64(out var key):
                builder.Set(field, key.ToString(System.Globalization.CultureInfo.InvariantCulture));
                break;
            case JsonTokenType.StartArray when IsList(field):
                ReadList(ref reader, field, builder);
                break;
            case var _ when field is RecordField.Upvotes or RecordField.Version or RecordField.Updated or RecordField.Status:
                reader.Skip();
                break;
            default:
                builder.Fail(WrongType(reader.TokenType, field));
                reader.Skip();
                break;
        }
    }

    // SciFact keeps an abstract as a list of sentences.
    private static bool IsList(RecordField field) => field is RecordField.Authors or RecordField.Categories or RecordField.Keywords
        or RecordField.Links or RecordField.Abstract;

    private static void ReadList(ref Utf8JsonReader reader, RecordField field, RecordBuilder builder)
    {
        var values = new List<string>();
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            var value = reader.TokenType switch
            {
                JsonTokenType.String => reader.GetString(),
                JsonTokenType.StartObject when field == RecordField.Authors => NameIn(ref reader, builder),
                _ => null,
            };
            if (value is null && reader.TokenType != JsonTokenType.EndObject)
            {
                builder.Fail($"A value in the list of {Name(field)} is not text.");
                reader.Skip();
            }
            else if (!string.IsNullOrWhiteSpace(value))
            {
                values.Add(value);
            }
        }

        builder.Set(field, values);
    }

    private static string? NameIn(ref Utf8JsonReader reader, RecordBuilder builder)
    {
        string? name = null;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var isName = reader.ValueTextEquals("name"u8);
            reader.Read();
            name = isName && reader.TokenType == JsonTokenType.String ? reader.GetString() : name;
            reader.Skip();
        }

        if (name is null)
        {
            builder.Fail("An author has no name.");
        }

        return name;
    }

    private static string WrongType(JsonTokenType found, RecordField field)
    {
        var type = found switch
        {
            JsonTokenType.Number => "a number",
            JsonTokenType.True or JsonTokenType.False => "true or false",
            JsonTokenType.StartArray => "a list",
            _ => "an object",
        };
        var wanted = field switch
        {
            RecordField.Year => "a whole number",
            RecordField.Authors or RecordField.Categories or RecordField.Keywords or RecordField.Links => "text or a list of texts",
            _ => "text",
        };
        return $"The {Name(field)} is {type} where {wanted} is expected.";
    }

    private static string Name(RecordField field) => field switch
    {
        RecordField.Key => "id",
        RecordField.AbstractElsewhere => "abstract",
        _ => field.ToString().ToLowerInvariant(),
    };
}
