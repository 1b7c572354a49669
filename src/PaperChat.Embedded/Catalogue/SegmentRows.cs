using Microsoft.Data.Sqlite;

namespace PaperChat.Embedded.Catalogue;

/// <summary>The manifest of the search index: which files, committed together with the papers that they were made from.</summary>
internal static class SegmentRows
{
    public static List<(long Number, string File, string? Deletes)> Read(SqliteConnection connection)
    {
        using var command = connection.Prepare("SELECT number, file, deletes FROM segments ORDER BY number", 0);
        using var rows = command.ExecuteReader();
        var segments = new List<(long, string, string?)>();
        while (rows.Read())
        {
            segments.Add((rows.GetInt64(0), rows.GetString(1), rows.NullableString(2)));
        }

        return segments;
    }

    public static void Add(SqliteConnection connection, long number, string file) =>
        connection.Run("INSERT INTO segments (number, file) VALUES ($0, $1)", number, file);

    public static void SetDeletes(SqliteConnection connection, long number, string deletes) =>
        connection.Run("UPDATE segments SET deletes = $1 WHERE number = $0", number, deletes);

    public static void Remove(SqliteConnection connection, long number) =>
        connection.Run("DELETE FROM segments WHERE number = $0", number);

    public static void RemoveAll(SqliteConnection connection) => connection.Run("DELETE FROM segments");

    public static long TakeNumber(SqliteConnection connection)
    {
        var number = CatalogueMeta.Get<long>(connection, CatalogueMeta.NextSegment);
        CatalogueMeta.Set(connection, CatalogueMeta.NextSegment, number + 1);
        return number;
    }
}
