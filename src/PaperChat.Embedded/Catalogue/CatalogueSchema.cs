using Microsoft.Data.Sqlite;
using PaperChat.Library;

namespace PaperChat.Embedded.Catalogue;

/// <summary>
/// The catalogue's tables, as the list of steps that made them. A released step never changes; a change of the schema is a new
/// step. The number of steps done is SQLite's <c>user_version</c>.
/// </summary>
internal static class CatalogueSchema
{
    private const string Version1 =
        """
        CREATE TABLE meta (name TEXT PRIMARY KEY, value) WITHOUT ROWID;
        CREATE TABLE papers (
            key INTEGER PRIMARY KEY AUTOINCREMENT, id TEXT NOT NULL UNIQUE, kind INTEGER NOT NULL, year INTEGER, listed TEXT,
            hash BLOB NOT NULL);
        CREATE TABLE texts (
            paper INTEGER PRIMARY KEY REFERENCES papers, title TEXT NOT NULL, abstract TEXT NOT NULL, body TEXT, details TEXT NOT NULL);
        CREATE TABLE aliases (alias TEXT PRIMARY KEY, paper INTEGER NOT NULL REFERENCES papers) WITHOUT ROWID;
        CREATE INDEX aliases_of_paper ON aliases (paper);
        CREATE TABLE chunks (
            paper INTEGER NOT NULL REFERENCES papers, ordinal INTEGER NOT NULL, field INTEGER NOT NULL, start INTEGER NOT NULL,
            length INTEGER NOT NULL, PRIMARY KEY (paper, ordinal)) WITHOUT ROWID;
        CREATE TABLE origins (key INTEGER PRIMARY KEY, format TEXT NOT NULL, location TEXT NOT NULL, UNIQUE (format, location));
        CREATE TABLE provenance (
            paper INTEGER PRIMARY KEY REFERENCES papers, origin INTEGER NOT NULL REFERENCES origins, line INTEGER, stored TEXT NOT NULL);
        CREATE TABLE runs (
            id TEXT PRIMARY KEY, input TEXT NOT NULL, started TEXT NOT NULL, finished TEXT, added INTEGER NOT NULL,
            changed INTEGER NOT NULL, unchanged INTEGER NOT NULL, rejected INTEGER NOT NULL) WITHOUT ROWID;
        CREATE TABLE segments (number INTEGER PRIMARY KEY, file TEXT NOT NULL, deletes TEXT);
        """;

    // The tables stay as they are: from here on abstract, body and details of a paper may be packed, see TextPacking. Texts that are
    // not are read as before, so that none is written anew; programs that know version 1 alone would take them for damaged.
    private const string Version2 = "SELECT 2";

    // Under what papers without a common id are found, see MatchKeyRows: the first writer fills it. And the records of papers that are
    // made of several, see RecordRows.
    private const string Version3 =
        """
        CREATE TABLE match_keys (run INTEGER PRIMARY KEY, keys BLOB NOT NULL);
        CREATE TABLE records (paper INTEGER PRIMARY KEY REFERENCES papers, records TEXT NOT NULL);
        """;

    public static IReadOnlyList<string> Steps { get; } = [Version1, Version2, Version3];

    public static int Current => Steps.Count;

    public static int VersionOf(SqliteConnection connection) => (int)connection.Scalar<long>("PRAGMA user_version");

    /// <summary>Brings the catalogue to the current version, all steps in one transaction.</summary>
    public static void Migrate(SqliteConnection connection, LibraryFolder folder, TimeProvider time)
    {
        var version = VersionOf(connection);
        RefuseNewer(version, folder);
        if (version == Current)
        {
            return;
        }

        using var transaction = connection.BeginTransaction();
        foreach (var step in Steps.Skip(version))
        {
            connection.Run(step);
        }

        if (version == 0)
        {
            CatalogueMeta.Initialise(connection, time.GetUtcNow());
        }

        // Part of the same transaction: a catalogue is at a version with all of its tables, or not at all.
        connection.Run($"PRAGMA user_version = {Current}");
        transaction.Commit();
    }

    /// <summary>A reader changes nothing, so it can only read the version it knows.</summary>
    public static void RequireCurrent(SqliteConnection connection, LibraryFolder folder)
    {
        var version = VersionOf(connection);
        RefuseNewer(version, folder);
        if (version == 0)
        {
            throw new LibraryException($"There is no library in {folder.Path} yet. Fill it with: paperchat-ingest PATH --library \"{folder.Path}\"");
        }

        if (version < Current)
        {
            throw new IndexIncompatibleException(
                $"The library in {folder.Path} has schema {version}, this program reads schema {Current}. Bring it up to date with "
                + $"paperchat library compact --library \"{folder.Path}\"");
        }
    }

    private static void RefuseNewer(int version, LibraryFolder folder)
    {
        if (version > Current)
        {
            throw new IndexIncompatibleException(
                $"The library in {folder.Path} has schema {version}, this program knows schemas up to {Current}. Use a newer PaperChat.");
        }
    }
}
