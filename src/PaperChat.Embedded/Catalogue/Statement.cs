using System.Text;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace PaperChat.Embedded.Catalogue;

/// <summary>
/// A prepared statement without ADO.NET's parameters and readers, which cost several times what SQLite does for a row. For the
/// writer's statements that run for each paper. Parameters count from 1; each is bound anew for each run. Not thread-safe.
/// </summary>
internal sealed class Statement : IDisposable
{
    private readonly sqlite3 _database;
    private readonly sqlite3_stmt _statement;
    private byte[] _utf8 = new byte[1024];
    private byte[] _packed = [];

    public Statement(SqliteConnection connection, string sql)
    {
        _database = connection.Handle ?? throw new InvalidOperationException("The connection is not open.");
        Check(raw.sqlite3_prepare_v2(_database, sql, out _statement));
    }

    public Statement Bind(int parameter, string? text)
    {
        if (text is null)
        {
            Check(raw.sqlite3_bind_null(_statement, parameter));
        }
        else if (text.Length == 0)
        {
            // An empty span would be bound as NULL.
            Check(raw.sqlite3_bind_text(_statement, parameter, ""));
        }
        else
        {
            Check(raw.sqlite3_bind_text(_statement, parameter, ToUtf8(text)));
        }

        return this;
    }

    /// <summary>Binds a text packed, as a blob, where that is shorter; else as a text. <see cref="PackedText"/> reads both.</summary>
    public Statement BindPacked(int parameter, string? text)
    {
        if (string.IsNullOrEmpty(text))
        {
            return Bind(parameter, text);
        }

        var utf8 = ToUtf8(text);
        if (_packed.Length < TextPacking.MaxLength(utf8.Length))
        {
            _packed = new byte[TextPacking.MaxLength(utf8.Length)];
        }

        var length = TextPacking.Pack(utf8, _packed);
        Check(length < utf8.Length
            ? raw.sqlite3_bind_blob(_statement, parameter, _packed.AsSpan(0, length))
            : raw.sqlite3_bind_text(_statement, parameter, utf8));
        return this;
    }

    public Statement Bind(int parameter, long? number)
    {
        Check(number is { } value ? raw.sqlite3_bind_int64(_statement, parameter, value) : raw.sqlite3_bind_null(_statement, parameter));
        return this;
    }

    public Statement Bind(int parameter, ReadOnlySpan<byte> blob)
    {
        Check(raw.sqlite3_bind_blob(_statement, parameter, blob));
        return this;
    }

    /// <summary>Runs a statement that returns no rows.</summary>
    public void Run()
    {
        var code = raw.sqlite3_step(_statement);
        raw.sqlite3_reset(_statement);
        Check(code);
    }

    /// <summary>The first column of the first row, a whole number; null without rows.</summary>
    public long? Number()
    {
        var code = raw.sqlite3_step(_statement);
        var number = code == raw.SQLITE_ROW ? raw.sqlite3_column_int64(_statement, 0) : (long?)null;
        raw.sqlite3_reset(_statement);
        Check(code);
        return number;
    }

    public void Dispose() => _statement.Dispose();

    // Valid until the next call.
    private ReadOnlySpan<byte> ToUtf8(string text)
    {
        var most = Encoding.UTF8.GetMaxByteCount(text.Length);
        if (_utf8.Length < most)
        {
            _utf8 = new byte[most];
        }

        return _utf8.AsSpan(0, Encoding.UTF8.GetBytes(text, _utf8));
    }

    private void Check(int code)
    {
        if (code is not (raw.SQLITE_OK or raw.SQLITE_ROW or raw.SQLITE_DONE))
        {
            SqliteException.ThrowExceptionForRC(code, _database);
        }
    }
}
