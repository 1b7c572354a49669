using Microsoft.Data.Sqlite;

namespace PaperChat.Embedded.Catalogue;

/// <summary>Shorthand for statements with positional parameters <c>$0, $1, ...</c>; null is SQL's NULL.</summary>
public static class SqliteCommands
{
    public static void Run(this SqliteConnection connection, string sql, params object?[] values)
    {
        using var command = connection.Prepare(sql, values.Length);
        command.Run(values);
    }

    public static T? Scalar<T>(this SqliteConnection connection, string sql, params object?[] values)
    {
        using var command = connection.Prepare(sql, values.Length);
        return command.Bind(values).ExecuteScalar() is T value ? value : default;
    }

    public static SqliteCommand Prepare(this SqliteConnection connection, string sql, int parameters)
    {
        var command = connection.CreateCommand();
        command.CommandText = sql;
        for (var i = 0; i < parameters; i++)
        {
            command.Parameters.Add(new SqliteParameter("$" + i, null));
        }

        return command;
    }

    public static SqliteCommand Bind(this SqliteCommand command, params object?[] values)
    {
        for (var i = 0; i < values.Length; i++)
        {
            command.Parameters[i].Value = values[i] ?? DBNull.Value;
        }

        return command;
    }

    public static int Run(this SqliteCommand command, params object?[] values) => command.Bind(values).ExecuteNonQuery();

    public static string? NullableString(this SqliteDataReader reader, int column) => reader.IsDBNull(column) ? null : reader.GetString(column);
}
