using System.Text.Json;
using PaperChat.Ingestion;
using PaperChat.Sources.Records;

namespace PaperChat.Sources.Json;

/// <summary>Reads one JSON object whole and leaves it to a format to fill a record from it.</summary>
internal static class JsonDocuments
{
    private static readonly JsonDocumentOptions Lenient = new() { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip };

    /// <summary>A reader of one format's records; <paramref name="fill"/> reports what is wrong with one to the builder.</summary>
    public static JsonRecordReader Reader(Action<RecordBuilder, JsonElement> fill) =>
        (ReadOnlyMemory<byte> json, SourceOptions options, out string? problem) => Read(json, options, fill, out problem);

    private static SourceRecord? Read(ReadOnlyMemory<byte> json, SourceOptions options, Action<RecordBuilder, JsonElement> fill, out string? problem)
    {
        var builder = new RecordBuilder(options);
        SourceRecord? record = null;
        try
        {
            using var document = JsonDocument.Parse(json, Lenient);
            if (document.RootElement.ValueKind == JsonValueKind.Object)
            {
                fill(builder, document.RootElement);
                record = builder.Build();
            }
            else
            {
                builder.Fail("The record is not a JSON object.");
            }
        }
        catch (JsonException failure)
        {
            builder.Fail($"The record is not valid JSON (line {failure.LineNumber + 1} of it, byte {failure.BytePositionInLine + 1}).");
        }
        catch (InvalidOperationException)
        {
            builder.Fail("A text of the record is not valid UTF-8, or holds half of a surrogate pair (\\ud800 to \\udfff), which is no character.");
        }

        problem = builder.Problem;
        return problem is null ? record : null;
    }
}
