using PaperChat.Hosting;

namespace PaperChat.Chat.Console.Reviewing;

/// <summary>Reads a text that the command line names: a draft, a bibliography, an outline.</summary>
internal static class NamedFile
{
    /// <exception cref="UsageException">There is no such file.</exception>
    public static async Task<string> ReadAsync(string file, CancellationToken cancellationToken) => File.Exists(file)
        ? await File.ReadAllTextAsync(file, cancellationToken)
        : throw new UsageException($"There is no file {TerminalText.Line(file)}.");
}
