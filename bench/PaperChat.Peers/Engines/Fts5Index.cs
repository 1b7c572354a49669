using System.Collections.Concurrent;
using Microsoft.Data.Sqlite;

namespace PaperChat.Peers.Engines;

/// <summary>One connection for each query that runs at the same time, its file mapped into memory.</summary>
internal sealed class Fts5Index(string folder) : IPeerIndex
{
    private readonly ConcurrentBag<SqliteConnection> _idle = [];

    public static string ConnectionTo(string folder, SqliteOpenMode mode) =>
        new SqliteConnectionStringBuilder { DataSource = Path.Combine(folder, "fts5.db"), Mode = mode, Pooling = false }.ToString();

    public Task<IReadOnlyList<string>> SearchAsync(IReadOnlyList<string> words, int limit, CancellationToken cancellationToken)
    {
        var connection = _idle.TryTake(out var idle) ? idle : Open();
        try
        {
            return Task.FromResult<IReadOnlyList<string>>(Search(connection, words, limit));
        }
        finally
        {
            _idle.Add(connection);
        }
    }

    public async ValueTask DisposeAsync()
    {
        while (_idle.TryTake(out var connection))
        {
            await connection.DisposeAsync();
        }
    }

    private SqliteConnection Open()
    {
        var connection = new SqliteConnection(ConnectionTo(folder, SqliteOpenMode.ReadOnly));
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = "PRAGMA mmap_size = 8589934592";
        command.ExecuteNonQuery();
        return connection;
    }

    // "rank" is bm25(papers) with equal columns, and the form that FTS5 itself says is the fastest to order by.
    private static List<string> Search(SqliteConnection connection, IReadOnlyList<string> words, int limit)
    {
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT id FROM papers WHERE papers MATCH $words ORDER BY rank LIMIT $limit";
        command.Parameters.AddWithValue("$words", string.Join(" OR ", words.Select(w => $"\"{w}\"")));
        command.Parameters.AddWithValue("$limit", limit);
        using var reader = command.ExecuteReader();
        var found = new List<string>(limit);
        while (reader.Read())
        {
            found.Add(reader.GetString(0));
        }

        return found;
    }
}
