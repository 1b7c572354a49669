namespace PaperChat.Sources.Inputs;

/// <summary>
/// A path that the user's inputs lead to. Either <see cref="Open"/> or <see cref="Problem"/> is set. <see cref="Identity"/> is
/// the same for two spellings of one file.
/// </summary>
internal sealed record FoundInput(string Location, string Identity, Func<Stream>? Open, string? Problem)
{
    private const int FileBuffer = 128 * 1024;

    /// <summary>A file of a zip archive: an archive in it is not opened.</summary>
    public bool IsInArchive { get; init; }

    public static FoundInput File(string path) => new(path, Path.GetFullPath(path), () => OpenFile(path), null);

    public static FoundInput Unreadable(string location, string problem) => new(location, "unreadable " + location, null, problem);

    private static FileStream OpenFile(string path) => new(path, new FileStreamOptions
    {
        Mode = FileMode.Open,
        Access = FileAccess.Read,
        Share = FileShare.ReadWrite | FileShare.Delete,
        Options = FileOptions.Asynchronous | FileOptions.SequentialScan,
        BufferSize = FileBuffer,
    });
}
