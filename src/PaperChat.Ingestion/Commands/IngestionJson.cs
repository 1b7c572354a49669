using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using PaperChat.Library;

namespace PaperChat.Ingestion.Commands;

/// <summary>The JSON objects of <c>paperchat-ingest</c>, one line each.</summary>
internal static class IngestionJson
{
    private static readonly JsonWriterOptions Relaxed = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary><c>{"input","added","changed","merged"?,"unchanged","superseded"?,"rejected","marked"?,"elapsedMs"}</c>; with <c>"plan":true</c> nothing was written.</summary>
    public static string Summary(IngestionSummary summary, bool isPlan) => Write(json =>
    {
        json.WriteString("input", summary.Run.Input);
        if (isPlan)
        {
            json.WriteBoolean("plan", true);
        }

        json.WriteNumber("added", summary.Counts.Added);
        json.WriteNumber("changed", summary.Counts.Changed);
        if (summary.Counts.Merged > 0)
        {
            json.WriteNumber("merged", summary.Counts.Merged);
        }

        json.WriteNumber("unchanged", summary.Counts.Unchanged);
        if (summary.Counts.Superseded > 0)
        {
            json.WriteNumber("superseded", summary.Counts.Superseded);
        }

        json.WriteNumber("rejected", summary.Counts.Rejected);
        if (summary.Counts.Marked > 0)
        {
            json.WriteNumber("marked", summary.Counts.Marked);
        }

        json.WriteNumber("elapsedMs", Math.Round(summary.Elapsed.TotalMilliseconds, 1));
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
