namespace PaperChat.Chat.Console.Session;

/// <summary>Writes a file that was not there, all of it or nothing: a reader never sees half of it, and no other file is touched.</summary>
internal static class NewFile
{
    /// <exception cref="IOException">A file of that name is there, or the disk failed.</exception>
    public static async Task WriteAsync(string path, string content, CancellationToken cancellationToken)
    {
        var unfinished = Path.Combine(Path.GetDirectoryName(path)!, $".{Path.GetFileName(path)}.{Guid.NewGuid():N}");
        try
        {
            await File.WriteAllTextAsync(unfinished, content, cancellationToken);

            // The move is what refuses an existing file: one that comes into being meanwhile is left alone too.
            File.Move(unfinished, path, overwrite: false);
        }
        finally
        {
            File.Delete(unfinished);
        }
    }
}
