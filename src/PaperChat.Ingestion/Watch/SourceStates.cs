using Microsoft.Data.Sqlite;
using PaperChat.Embedded.Catalogue;

namespace PaperChat.Ingestion.Watch;

/// <summary>What is remembered of the sources. A source that was being read when the process was stopped is due at once.</summary>
internal sealed class SourceStates(WatchDatabase database)
{
    private const string Columns = "name, first, started, succeeded, due, failures, error, content, added";

    public IReadOnlyList<SourceState> List() => Read($"SELECT {Columns} FROM sources ORDER BY name");

    public SourceState? Find(string name) => Read($"SELECT {Columns} FROM sources WHERE name = $0", name) is [var one] ? one : null;

    public void Set(string step, SourceState state) => database.Change(step, connection => connection.Run(
        $"INSERT OR REPLACE INTO sources ({Columns}) VALUES ($0, $1, $2, $3, $4, $5, $6, $7, $8)",
        state.Name, StoredTime.Of(state.First), StoredTime.Of(state.Started), Text(state.Succeeded), Text(state.Due), state.Failures, state.Error, state.Content, state.Added));

    private static string? Text(DateTimeOffset? time) => time is { } given ? StoredTime.Of(given) : null;

    private List<SourceState> Read(string sql, params object?[] values)
    {
        using var command = database.Connection.Prepare(sql, values.Length);
        using var reader = command.Bind(values).ExecuteReader();
        var found = new List<SourceState>();
        while (reader.Read())
        {
            found.Add(Row(reader));
        }

        return found;
    }

    private static SourceState Row(SqliteDataReader reader) => new()
    {
        Name = reader.GetString(0),
        First = StoredTime.Read(reader.GetString(1)),
        Started = StoredTime.Read(reader.GetString(2)),
        Succeeded = StoredTime.ReadNullable(reader.NullableString(3)),
        Due = StoredTime.ReadNullable(reader.NullableString(4)),
        Failures = reader.GetInt32(5),
        Error = reader.NullableString(6),
        Content = reader.NullableString(7),
        Added = reader.GetInt64(8),
    };
}
