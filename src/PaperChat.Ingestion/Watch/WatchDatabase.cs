using Microsoft.Data.Sqlite;
using PaperChat.Embedded.Catalogue;

namespace PaperChat.Ingestion.Watch;

/// <summary>
/// Subscriptions, digests on their way and what was seen, in one file. Every change is one transaction: it is there whole, and lasts,
/// or not at all. Any number of processes may use the file; an object is for one thread.
/// </summary>
internal sealed class WatchDatabase : IDisposable
{
    private const string FileName = "watch.db";
    private const long Schema = 1;

    private const string Tables =
        """
        CREATE TABLE meta (name TEXT PRIMARY KEY, value) WITHOUT ROWID;
        CREATE TABLE seen (sequence INTEGER PRIMARY KEY AUTOINCREMENT, paper TEXT NOT NULL UNIQUE, since TEXT);
        CREATE TABLE sources (
            name TEXT PRIMARY KEY, first TEXT NOT NULL, started TEXT NOT NULL, succeeded TEXT, due TEXT, failures INTEGER NOT NULL, error TEXT, content TEXT,
            added INTEGER NOT NULL) WITHOUT ROWID;
        CREATE TABLE subscriptions (
            id TEXT PRIMARY KEY, kind TEXT NOT NULL, text TEXT NOT NULL, likes TEXT NOT NULL, cadence TEXT NOT NULL, most INTEGER NOT NULL,
            trending INTEGER NOT NULL, channel TEXT NOT NULL, address TEXT NOT NULL, created TEXT NOT NULL, period TEXT NOT NULL,
            told INTEGER NOT NULL, kept TEXT, asked INTEGER, changes TEXT) WITHOUT ROWID;
        CREATE TABLE digests (
            subscription TEXT NOT NULL REFERENCES subscriptions ON DELETE CASCADE, period TEXT NOT NULL, state TEXT NOT NULL,
            content TEXT NOT NULL, composed TEXT NOT NULL, attempts INTEGER NOT NULL, due TEXT NOT NULL, sent TEXT, error TEXT,
            PRIMARY KEY (subscription, period)) WITHOUT ROWID;
        """;

    private WatchDatabase(SqliteConnection connection) => Connection = connection;

    /// <summary>For reading; what changes goes through <see cref="Change"/>.</summary>
    public SqliteConnection Connection { get; }

    /// <summary>Is told before and after each change becomes durable, by its name; tests stop the process there.</summary>
    public Action<string>? Crossing { get; init; }

    /// <summary>Opens the file in a folder, making it where there is none.</summary>
    /// <exception cref="PaperChatException">It cannot be opened, or a newer program made it.</exception>
    public static WatchDatabase Open(string folder, Action<string>? crossing = null)
    {
        var path = Path.Combine(folder, FileName);
        try
        {
            WatchFolder.Make(folder);
            var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = path, ForeignKeys = true, Pooling = false }.ToString());
            try
            {
                connection.Open();

                // What is deleted is overwritten, and no second file keeps it: addresses go with their subscriptions.
                connection.Run("PRAGMA secure_delete = ON; PRAGMA synchronous = FULL; PRAGMA journal_mode = TRUNCATE");
                Make(connection, path);
                return new WatchDatabase(connection) { Crossing = crossing };
            }
            catch
            {
                connection.Dispose();
                throw;
            }
        }
        catch (Exception exception) when (exception is SqliteException or IOException or UnauthorizedAccessException)
        {
            throw new PaperChatException($"The file of subscriptions {path} cannot be opened: {exception.Message} Check the folder, or name another with Watch:Folder.", exception);
        }
    }

    /// <summary>Whether a folder holds such a file.</summary>
    public static bool ExistsIn(string folder) => File.Exists(Path.Combine(folder, FileName));

    /// <summary>Changes the file: all of it, or nothing.</summary>
    /// <exception cref="PaperChatException">It could not be written.</exception>
    public void Change(string name, Action<SqliteConnection> change)
    {
        ArgumentNullException.ThrowIfNull(change);
        try
        {
            using var transaction = Connection.BeginTransaction();
            change(Connection);
            Crossing?.Invoke("before " + name);
            transaction.Commit();
        }
        catch (SqliteException exception)
        {
            throw new PaperChatException($"The file of subscriptions {Connection.DataSource} cannot be written: {exception.Message}", exception, isTransient: true);
        }

        Crossing?.Invoke("after " + name);
    }

    public string? Meta(string name) => Connection.Scalar<string>("SELECT value FROM meta WHERE name = $0", name);

    public static void SetMeta(SqliteConnection connection, string name, string value) =>
        connection.Run("INSERT INTO meta VALUES ($0, $1) ON CONFLICT (name) DO UPDATE SET value = excluded.value", name, value);

    public void Dispose() => Connection.Dispose();

    private static void Make(SqliteConnection connection, string path)
    {
        using var transaction = connection.BeginTransaction();
        switch (connection.Scalar<long>("PRAGMA user_version"))
        {
            case 0:
                connection.Run(Tables);
                connection.Run($"PRAGMA user_version = {Schema}");
                transaction.Commit();
                break;
            case > Schema:
                throw new PaperChatException($"A newer PaperChat made {path}. Use that one.");
            default:
                break;
        }
    }
}
