namespace PaperChat.Ingestion.Watch;

/// <summary>Held by the one watch of a folder. The system lets go of it when the process dies; the file stays.</summary>
internal sealed class WatchLock : IDisposable
{
    private readonly FileStream _stream;

    private WatchLock(FileStream stream) => _stream = stream;

    /// <exception cref="PaperChatException">Another watch holds it, or the folder cannot be written.</exception>
    public static WatchLock Take(string folder)
    {
        try
        {
            WatchFolder.Make(folder);
            return new WatchLock(new FileStream(Path.Combine(folder, "watch.lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None));
        }
        catch (UnauthorizedAccessException exception)
        {
            throw new PaperChatException($"The folder {folder} is not writable for this user. Choose another with Watch:Folder, or change its permissions.", exception);
        }
        catch (IOException exception)
        {
            throw new PaperChatException($"Another watch of this library is running (it holds {folder}). Stop it first; one is enough.", exception);
        }
    }

    public void Dispose() => _stream.Dispose();
}
