using System.Globalization;
using Microsoft.Data.Sqlite;
using PaperChat.Library;

namespace PaperChat.Embedded.Catalogue;

/// <summary>Ingestion runs as rows; times as ISO 8601 in UTC, so that their text sorts by time.</summary>
internal static class RunRows
{
    public static void Write(SqliteConnection connection, IngestionRun run) => connection.Run(
        """
        INSERT OR REPLACE INTO runs (id, input, started, finished, added, changed, unchanged, rejected)
        VALUES ($0, $1, $2, $3, $4, $5, $6, $7)
        """,
        run.Id.ToString(),
        run.Input,
        run.Started.UtcDateTime.ToString("O", CultureInfo.InvariantCulture),
        run.Finished?.UtcDateTime.ToString("O", CultureInfo.InvariantCulture),
        run.Added,
        run.Changed,
        run.Unchanged,
        run.Rejected);

    public static List<IngestionRun> Read(SqliteConnection connection, int limit)
    {
        using var command = connection.Prepare(
            "SELECT id, input, started, finished, added, changed, unchanged, rejected FROM runs ORDER BY started DESC, id LIMIT $0", 1);
        using var rows = command.Bind(limit).ExecuteReader();
        var runs = new List<IngestionRun>();
        while (rows.Read())
        {
            runs.Add(new IngestionRun
            {
                Id = Guid.Parse(rows.GetString(0)),
                Input = rows.GetString(1),
                Started = ParseTime(rows.GetString(2)),
                Finished = rows.NullableString(3) is { } finished ? ParseTime(finished) : null,
                Added = rows.GetInt64(4),
                Changed = rows.GetInt64(5),
                Unchanged = rows.GetInt64(6),
                Rejected = rows.GetInt64(7),
            });
        }

        return runs;
    }

    private static DateTimeOffset ParseTime(string text) =>
        DateTimeOffset.Parse(text, CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind);
}
