using System.Globalization;
using System.Text.Json;
using PaperChat.Library;
using PaperChat.Qdrant.Points;
using PaperChat.Qdrant.Transport;

namespace PaperChat.Qdrant.Collection;

/// <summary>The ingestion runs, one point each.</summary>
internal static class RunPoints
{
    private static readonly PointFilter AllRuns = new() { Must = [new PointCondition.Value(PointKeys.Type, PointKeys.RunType)] };

    public static Task WriteAsync(QdrantTransport transport, IngestionRun run, CancellationToken cancellationToken) =>
        transport.UpsertAsync(PointId.OfRun(run.Id), json => Write(json, run), replaced: null, cancellationToken);

    public static async Task<IReadOnlyList<IngestionRun>> ReadAsync(QdrantTransport transport, int limit, CancellationToken cancellationToken)
    {
        if (limit <= 0)
        {
            return [];
        }

        var lists = await transport.QueryAsync(
            [new PointQuery.Ordered(PointKeys.StartedTicks, Descending: true) { Filter = AllRuns, Limit = limit, Keys = Keys }], cancellationToken);
        return [.. lists[0].Select(p => Read(p.Payload)).OrderByDescending(r => r.Started).ThenBy(r => r.Id)];
    }

    private static string[] Keys { get; } =
    [
        PointKeys.Run, PointKeys.Input, PointKeys.Started, PointKeys.Finished, PointKeys.Added, PointKeys.Changed, PointKeys.Unchanged, PointKeys.Rejected,
    ];

    private static void Write(Utf8JsonWriter json, IngestionRun run)
    {
        json.WriteStartObject();
        json.WriteString(PointKeys.Type, PointKeys.RunType);
        json.WriteString(PointKeys.Run, run.Id);
        json.WriteString(PointKeys.Input, run.Input);
        json.WriteString(PointKeys.Started, run.Started.ToString("O", CultureInfo.InvariantCulture));
        json.WriteNumber(PointKeys.StartedTicks, run.Started.ToUnixTimeMilliseconds());
        if (run.Finished is { } finished)
        {
            json.WriteString(PointKeys.Finished, finished.ToString("O", CultureInfo.InvariantCulture));
        }

        json.WriteNumber(PointKeys.Added, run.Added);
        json.WriteNumber(PointKeys.Changed, run.Changed);
        json.WriteNumber(PointKeys.Unchanged, run.Unchanged);
        json.WriteNumber(PointKeys.Rejected, run.Rejected);
        json.WriteEndObject();
    }

    private static IngestionRun Read(JsonElement payload) => new()
    {
        Id = payload.GetProperty(PointKeys.Run).GetGuid(),
        Input = payload.GetProperty(PointKeys.Input).GetString()!,
        Started = payload.GetProperty(PointKeys.Started).GetDateTimeOffset(),
        Finished = payload.TryGetProperty(PointKeys.Finished, out var finished) ? finished.GetDateTimeOffset() : null,
        Added = payload.GetProperty(PointKeys.Added).GetInt64(),
        Changed = payload.GetProperty(PointKeys.Changed).GetInt64(),
        Unchanged = payload.GetProperty(PointKeys.Unchanged).GetInt64(),
        Rejected = payload.GetProperty(PointKeys.Rejected).GetInt64(),
    };
}
