using Microsoft.Data.Sqlite;

namespace PaperChat.Embedded.Catalogue;

/// <summary>Opens the catalogue.</summary>
internal static class CatalogueFile
{
    /// <summary>For the writer, who holds the lock: creates the file when there is none, and brings its schema up to date.</summary>
    public static SqliteConnection OpenToWrite(LibraryFolder folder, TimeProvider time)
    {
        var connection = Open(folder.Catalogue, SqliteOpenMode.ReadWriteCreate);
        try
        {
            // Of a new file. Abstracts take one to three kilobytes: in pages of 4 KB the file is 15 % larger.
            connection.Run("PRAGMA page_size = 16384");
            connection.Run("PRAGMA journal_mode = WAL");

            // FULL: a commit is on the disk when it returns, also in WAL mode.
            connection.Run("PRAGMA synchronous = FULL");
            connection.Run("PRAGMA journal_size_limit = 67108864");
            connection.Run("PRAGMA cache_size = -49152");
            CatalogueSchema.Migrate(connection, folder, time);
            return connection;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    /// <summary>
    /// For a reader. Without write permission to the folder SQLite cannot make the files of its write-ahead log. They are only
    /// missing while no writer is at work, and then the catalogue's file alone is the whole catalogue: it is opened as immutable,
    /// and <paramref name="isImmutable"/> tells the caller to watch for a writer.
    /// </summary>
    public static SqliteConnection OpenToRead(LibraryFolder folder, out bool isImmutable)
    {
        isImmutable = false;
        try
        {
            return OpenChecked(folder, folder.Catalogue);
        }
        catch (SqliteException e) when (LibraryFailure.CannotWrite(e) && folder.HoldsLibrary)
        {
            isImmutable = true;
            return OpenChecked(folder, ImmutableAddress(folder.Catalogue));
        }
    }

    private static SqliteConnection OpenChecked(LibraryFolder folder, string source)
    {
        var connection = Open(source, SqliteOpenMode.ReadOnly);
        try
        {
            CatalogueSchema.RequireCurrent(connection, folder);
            CatalogueMeta.RequireSameAnalyzer(connection, folder);
            return connection;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    public static SqliteConnection Open(string source, SqliteOpenMode mode)
    {
        // Not pooled: a pooled connection would keep the files open after its owner is gone.
        var settings = new SqliteConnectionStringBuilder { DataSource = source, Mode = mode, Pooling = false, DefaultTimeout = 30 };
        var connection = new SqliteConnection(settings.ToString());
        try
        {
            connection.Open();
            return connection;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    private static string ImmutableAddress(string path) => new Uri(path).AbsoluteUri.Replace("?", "%3f", StringComparison.Ordinal) + "?immutable=1";
}
