using PaperChat.Hosting;

namespace PaperChat.Chat.Console.Reviewing;

/// <summary>Writes a review's files as a whole: a reader of the folder sees all of them or none, and nothing is written over unasked.</summary>
internal static class ReviewFolder
{
    /// <summary>Refuses a folder that holds files, before any work is done for it.</summary>
    /// <exception cref="UsageException">It holds files, or is a file.</exception>
    public static string Check(string folder, bool overwrite)
    {
        if (string.IsNullOrWhiteSpace(folder))
        {
            throw new UsageException("--out needs the name of a folder.");
        }

        var path = Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder));
        if (File.Exists(path))
        {
            throw new UsageException($"{TerminalText.Line(folder)} is a file; --out takes a folder.");
        }

        return overwrite || !Directory.Exists(path) || !Directory.EnumerateFileSystemEntries(path).Any() ? path : throw new UsageException(
            $"{TerminalText.Line(folder)} holds files already and is left as it is. Name another folder, or give --overwrite to replace the files of an earlier review in it.");
    }

    public static async Task WriteAsync(string path, IReadOnlyDictionary<string, string> files, CancellationToken cancellationToken)
    {
        var parent = Path.GetDirectoryName(path) ?? path;
        Directory.CreateDirectory(parent);
        var draft = Path.Combine(parent, $".{Path.GetFileName(path)}.{Guid.NewGuid():N}");
        try
        {
            Directory.CreateDirectory(draft);
            foreach (var (name, text) in files)
            {
                await File.WriteAllTextAsync(Path.Combine(draft, name), text, cancellationToken);
            }

            cancellationToken.ThrowIfCancellationRequested();
            Place(draft, path, files.Keys);
        }
        finally
        {
            if (Directory.Exists(draft))
            {
                Directory.Delete(draft, recursive: true);
            }
        }
    }

    private static void Place(string draft, string path, IEnumerable<string> names)
    {
        if (Directory.Exists(path) && Directory.EnumerateFileSystemEntries(path).Any())
        {
            foreach (var name in names)
            {
                File.Move(Path.Combine(draft, name), Path.Combine(path, name), overwrite: true);
            }

            return;
        }

        if (Directory.Exists(path))
        {
            Directory.Delete(path);
        }

        Directory.Move(draft, path);
    }
}
