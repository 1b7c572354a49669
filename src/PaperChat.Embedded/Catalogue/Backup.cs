using Microsoft.Data.Sqlite;
using PaperChat.Library;
using PaperChat.Matching;
using PaperChat.Papers;

namespace PaperChat.Embedded.Catalogue;

/// <summary>A copy of a catalogue in one file, as <c>library export</c> writes it: a SQLite file of the catalogue's schema.</summary>
internal sealed class Backup : IDisposable
{
    private readonly string _file;
    private readonly SqliteConnection _connection;
    private readonly SqliteCommand _page;
    private readonly SqliteCommand _chunks;
    private readonly RecordRows _records;
    private long _last;

    private Backup(string file, SqliteConnection connection)
    {
        _file = file;
        _connection = connection;
        _page = connection.Prepare(PaperRows.Select + " WHERE p.key > $0 ORDER BY p.key LIMIT $1", 2);
        _chunks = PaperRows.PrepareChunks(connection);
        _records = new RecordRows(connection);
    }

    public static void Export(LibraryFolder folder, string file)
    {
        if (File.Exists(file))
        {
            throw new LibraryException($"{file} is there already. Choose another name for the backup, or remove it first.");
        }

        // Under another name until it is whole.
        var partial = file + ".partial";
        try
        {
            LibraryFolder.TryDelete(partial);
            using (var connection = CatalogueFile.OpenToRead(folder, out _))
            {
                connection.Run("VACUUM INTO $0", partial);
            }

            File.Move(partial, file);
        }
        catch (Exception e) when (LibraryFailure.Is(e))
        {
            LibraryFolder.TryDelete(partial);
            throw LibraryFailure.IsDamagedDatabase(e)
                ? LibraryFailure.Damaged(folder, e)
                : new LibraryException($"The backup {file} could not be written: {e.Message}", e);
        }
    }

    public static Backup Open(string file)
    {
        if (!File.Exists(file))
        {
            throw new LibraryException($"There is no backup {file}.");
        }

        SqliteConnection? connection = null;
        try
        {
            connection = CatalogueFile.Open(file, SqliteOpenMode.ReadOnly);
            if (connection.Scalar<string>("PRAGMA quick_check(1)") != "ok")
            {
                throw new LibraryException($"The backup {file} is damaged. Nothing was imported.");
            }

            var version = CatalogueSchema.VersionOf(connection);
            if (version < 1 || version > CatalogueSchema.Current)
            {
                throw new IndexIncompatibleException(
                    $"{file} is no backup that this program can read: it has schema {version}, not one of 1 to {CatalogueSchema.Current}. "
                    + "Nothing was imported.");
            }

            return new Backup(file, connection);
        }
        catch (SqliteException e)
        {
            connection?.Dispose();
            throw new LibraryException($"{file} is no backup of a library, or it is damaged: {e.Message} Nothing was imported.", e);
        }
        catch
        {
            connection?.Dispose();
            throw;
        }
    }

    public List<PaperEntry> Next(int limit)
    {
        try
        {
            using var rows = _page.Bind(_last, limit).ExecuteReader();
            var entries = new List<PaperEntry>(limit);
            while (rows.Read())
            {
                _last = rows.GetInt64(0);
                var paper = PaperRows.Read(rows);
                entries.Add(EntryOf(paper));
            }

            return entries;
        }
        catch (SqliteException e)
        {
            throw new LibraryException($"The backup {_file} is damaged: {e.Message} Nothing was imported.", e);
        }
    }

    public List<IngestionRun> Runs() => RunRows.Read(_connection, int.MaxValue);

    public void Dispose()
    {
        _page.Dispose();
        _chunks.Dispose();
        _records.Dispose();
        _connection.Dispose();
    }

    private PaperEntry EntryOf(Paper paper)
    {
        var aliases = _records.ReadAliases(_last);
        return new PaperEntry
        {
            Paper = paper,
            Chunks = PaperRows.ReadChunks(_chunks, _last),
            Provenance = _records.ReadProvenance(_last, out _),

            // A paper without aliases came in without merging, and stays so.
            Aliases = aliases.Count == 0 ? null : aliases,

            // What the copied library held as two papers stays two.
            Keys = WorkKeys.Of(paper) with { Sought = [] },
            Records = _records.Read(_last, paper),
        };
    }
}
