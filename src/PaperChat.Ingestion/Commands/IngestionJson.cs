using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using PaperChat.Library;

namespace PaperChat.Ingestion.Commands;

/// <summary>The JSON objects of <c>paperchat-ingest</c>, one line each.</summary>
internal static class IngestionJson
{
    private static readonly JsonWriterOptions Relaxed = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary><c>{"input","added","changed","merged"?,"unchanged","superseded"?,"rejected","marked"?,"elapsedMs"}</c></summary>
    public static string Summary(IngestionSummary summary) => Write(json =>
    {
        json.WriteString("input", summary.Run.Input);
        WriteFigures(json, summary, isPlan: false);
    });

    /// <summary>
    /// The same with <c>"plan":true</c> and <c>"duplicates"</c> in place of <c>"merged"</c>; the first of them are
    /// <c>"duplicateRecords":[{"id","of","title","location","line"?}]</c>, and where vectors come from a service there is
    /// <c>"embedding":{"model","texts","tokens"}</c>, at most.
    /// </summary>
    public static string Plan(IngestionSummary summary, IReadOnlyList<PlannedDuplicate> duplicates, PlannedEmbedding? embedding) => Write(json =>
    {
        json.WriteString("input", summary.Run.Input);
        json.WriteBoolean("plan", true);
        WriteFigures(json, summary, isPlan: true);
        if (duplicates.Count > 0)
        {
            json.WriteStartArray("duplicateRecords");
            foreach (var duplicate in duplicates)
            {
                WriteDuplicate(json, duplicate);
            }

            json.WriteEndArray();
        }

        if (embedding is not null)
        {
            json.WriteStartObject("embedding");
            json.WriteString("model", embedding.Model);
            json.WriteNumber("texts", embedding.Texts);
            json.WriteNumber("tokens", embedding.Tokens);
            json.WriteEndObject();
        }
    });

    /// <summary><c>{"library","papers","chunks","summaries","generation","runs":[...]}</c>; a run without <c>finished</c> was interrupted.</summary>
    public static string Status(string library, LibraryState state, IReadOnlyList<IngestionRun> runs) => Write(json =>
    {
        json.WriteString("library", library);
        json.WriteNumber("papers", state.Papers);
        json.WriteNumber("chunks", state.Chunks);
        json.WriteNumber("summaries", state.Summaries);
        json.WriteNumber("generation", state.Generation);
        json.WriteStartArray("runs");
        foreach (var run in runs)
        {
            json.WriteStartObject();
            WriteRun(json, run);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    });

    /// <summary><c>{"library","model"}</c>; <c>model</c> is null where the vectors were taken out, else <c>{"name","dimension","hash"}</c>.</summary>
    public static string Reembedded(string library, EmbeddingModelInfo? model) => Write(json =>
    {
        json.WriteString("library", library);
        if (model is null)
        {
            json.WriteNull("model");
            return;
        }

        json.WriteStartObject("model");
        json.WriteString("name", model.Name);
        json.WriteNumber("dimension", model.Dimension);
        json.WriteString("hash", model.Hash);
        json.WriteEndObject();
    });

    private static void WriteFigures(Utf8JsonWriter json, IngestionSummary summary, bool isPlan)
    {
        var counts = summary.Counts;
        json.WriteNumber("added", counts.Added);
        json.WriteNumber("changed", counts.Changed);
        if (isPlan || counts.Merged > 0)
        {
            json.WriteNumber(isPlan ? "duplicates" : "merged", counts.Merged);
        }

        json.WriteNumber("unchanged", counts.Unchanged);
        if (counts.Superseded > 0)
        {
            json.WriteNumber("superseded", counts.Superseded);
        }

        json.WriteNumber("rejected", counts.Rejected);
        if (counts.Marked > 0)
        {
            json.WriteNumber("marked", counts.Marked);
        }

        json.WriteNumber("elapsedMs", Math.Round(summary.Elapsed.TotalMilliseconds, 1));
    }

    private static void WriteDuplicate(Utf8JsonWriter json, PlannedDuplicate duplicate)
    {
        json.WriteStartObject();
        json.WriteString("id", duplicate.Id.Value);
        json.WriteString("of", duplicate.Of.Value);
        json.WriteString("title", duplicate.Title);
        json.WriteString("location", duplicate.Place.Location);
        if (duplicate.Place.Line is { } line)
        {
            json.WriteNumber("line", line);
        }

        json.WriteEndObject();
    }

    private static void WriteRun(Utf8JsonWriter json, IngestionRun run)
    {
        json.WriteString("id", run.Id);
        json.WriteString("input", run.Input);
        json.WriteString("started", run.Started);
        if (run.Finished is { } finished)
        {
            json.WriteString("finished", finished);
        }

        json.WriteNumber("added", run.Added);
        json.WriteNumber("changed", run.Changed);
        json.WriteNumber("unchanged", run.Unchanged);
        json.WriteNumber("rejected", run.Rejected);
    }

    private static string Write(Action<Utf8JsonWriter> content)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer, Relaxed))
        {
            json.WriteStartObject();
            content(json);
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(buffer.GetBuffer(), 0, (int)buffer.Length);
    }
}
