using Microsoft.Data.Sqlite;

namespace PaperChat.Embedded.Catalogue;

/// <summary>One connection of a reader. Used by one call at a time.</summary>
internal sealed class CatalogueReader : IDisposable
{
    private readonly LibraryFolder _folder;
    private readonly bool _isImmutable;
    private readonly Stamp _stamp;
    private readonly SqliteCommand _begin;
    private readonly SqliteCommand _end;
    private readonly SqliteCommand _generation;

    public CatalogueReader(LibraryFolder folder)
    {
        _folder = folder;
        _stamp = Stamp.Of(folder);
        Connection = CatalogueFile.OpenToRead(folder, out _isImmutable);
        _begin = Connection.Prepare("BEGIN", 0);
        _end = Connection.Prepare("COMMIT", 0);
        _generation = Connection.Prepare($"SELECT value FROM meta WHERE name = '{CatalogueMeta.Generation}'", 0);
    }

    public SqliteConnection Connection { get; }

    /// <summary>
    /// True when the file was opened as one that nobody changes, and somebody did: what was read since may be wrong. Always false
    /// for an ordinary connection, which SQLite itself keeps consistent.
    /// </summary>
    public bool IsStale => _isImmutable && Stamp.Of(_folder) != _stamp;

    /// <summary>Everything read until <see cref="End"/> is of one committed state.</summary>
    public long Begin()
    {
        _begin.ExecuteNonQuery();
        return (long)(_generation.ExecuteScalar() ?? throw new InvalidDataException("the catalogue does not say its generation"));
    }

    public void End() => _end.ExecuteNonQuery();

    public void Dispose()
    {
        _begin.Dispose();
        _end.Dispose();
        _generation.Dispose();
        Connection.Dispose();
    }

    private readonly record struct Stamp(long Length, DateTime Written, long LogLength)
    {
        public static Stamp Of(LibraryFolder folder)
        {
            var catalogue = new FileInfo(folder.Catalogue);
            var log = new FileInfo(folder.WriteAheadLog);
            return new Stamp(catalogue.Exists ? catalogue.Length : -1, catalogue.LastWriteTimeUtc, log.Exists ? log.Length : 0);
        }
    }
}
