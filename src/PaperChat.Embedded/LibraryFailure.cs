using Microsoft.Data.Sqlite;
using PaperChat.Library;

namespace PaperChat.Embedded;

/// <summary>Puts the failures of SQLite and of the file system into words, with what to do next.</summary>
internal static class LibraryFailure
{
    // Result codes of SQLite, see https://sqlite.org/rescode.html.
    private const int Busy = 5;
    private const int ReadOnly = 8;
    private const int Corrupt = 11;
    private const int Full = 13;
    private const int CannotOpen = 14;
    private const int NotADatabase = 26;

    private const int NoSpaceOnUnix = 28;
    private const int DiskFullOnWindows = unchecked((int)0x80070070);
    private const int HandleDiskFullOnWindows = unchecked((int)0x80070027);

    public static bool Is(Exception e) => e is SqliteException or IOException or UnauthorizedAccessException;

    /// <summary>What reading damaged bytes throws.</summary>
    public static bool IsDamage(Exception e) => e is InvalidDataException or IndexOutOfRangeException or ArgumentOutOfRangeException;

    public static bool IsDamagedDatabase(Exception e) => e is SqliteException { SqliteErrorCode: Corrupt or NotADatabase };

    public static bool CannotWrite(SqliteException e) => e.SqliteErrorCode is ReadOnly or CannotOpen;

    public static bool IsDiskFull(IOException e) => e.HResult is NoSpaceOnUnix or DiskFullOnWindows or HandleDiskFullOnWindows;

    public static LibraryException Of(LibraryFolder folder, Exception e) => e switch
    {
        SqliteException { SqliteErrorCode: Corrupt or NotADatabase } => Damaged(folder, e),
        SqliteException { SqliteErrorCode: Full } => DiskFull(folder, e),
        IOException io when IsDiskFull(io) => DiskFull(folder, e),
        SqliteException { SqliteErrorCode: Busy } => new LibraryException(
            $"The library in {folder.Path} is busy with another process. Run this again in a moment.", e, isTransient: true),
        SqliteException { SqliteErrorCode: ReadOnly or CannotOpen } or UnauthorizedAccessException => new LibraryException(
            $"The library in {folder.Path} cannot be read or written by this user: {e.Message} Check the permissions of its files.", e),
        _ => new LibraryException($"The library in {folder.Path} failed: {e.Message}", e),
    };

    public static LibraryException Damaged(LibraryFolder folder, Exception? e) => new(
        $"The catalogue {folder.Catalogue} is damaged ({e?.Message ?? "it is no catalogue"}). Move the folder away and bring back a backup with "
        + "paperchat library import FILE, or ingest the papers again.",
        e);

    public static LibraryException IndexDamaged(LibraryFolder folder, string file, string reason, Exception? e = null) => new(
        $"The search index of the library in {folder.Path} is damaged ({file}: {reason}). No paper is lost: rebuild the index with "
        + $"paperchat library compact --library \"{folder.Path}\"",
        e);

    private static LibraryException DiskFull(LibraryFolder folder, Exception e) => new(
        $"The disk is full: the library in {folder.Path} keeps what was committed before, and nothing of the last batch. Free some space, "
        + "then run this again.",
        e);
}
