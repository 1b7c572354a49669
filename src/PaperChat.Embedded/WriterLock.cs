using PaperChat.Library;

namespace PaperChat.Embedded;

/// <summary>
/// Held by the one writer of a folder. The system lets go of it when the process dies, however it dies; the file itself stays,
/// since deleting it would let two writers hold locks on two files of one name.
/// </summary>
internal sealed class WriterLock : IDisposable
{
    private readonly FileStream _stream;

    private WriterLock(FileStream stream) => _stream = stream;

    public static WriterLock Take(LibraryFolder folder)
    {
        try
        {
            Directory.CreateDirectory(folder.Path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new LibraryException($"The library folder {folder.Path} cannot be made: {e.Message} Choose another with --library.", e);
        }

        try
        {
            return new WriterLock(new FileStream(folder.Lock, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None));
        }
        catch (UnauthorizedAccessException e)
        {
            throw new LibraryException(
                $"The library folder {folder.Path} is not writable for this user. Choose another with --library, or change its permissions.", e);
        }
        catch (IOException e) when (!LibraryFailure.IsDiskFull(e))
        {
            throw new LibraryException(
                $"Another process is writing to the library in {folder.Path}. Wait until it has finished, then run this again.",
                e,
                isTransient: true);
        }
        catch (IOException e)
        {
            throw LibraryFailure.Of(folder, e);
        }
    }

    public void Dispose() => _stream.Dispose();
}
