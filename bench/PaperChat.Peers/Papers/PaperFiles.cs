using System.IO.Compression;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Json;

namespace PaperChat.Peers.Papers;

/// <summary>Reads papers from the JSON Lines files (plain or gzipped) of a folder, in the order of their names, one line at a time.</summary>
internal static class PaperFiles
{
    /// <exception cref="PaperChatException">The folder does not exist or holds no such file.</exception>
    public static string[] In(string folder)
    {
        string[] paths = Directory.Exists(folder)
            ? [.. Directory.EnumerateFiles(folder).Where(IsPaperFile).Order(StringComparer.Ordinal)]
            : throw new PaperChatException($"The folder {folder} does not exist. Name a folder of papers in JSON Lines with --data.");
        return paths.Length > 0
            ? paths
            : throw new PaperChatException($"{folder} holds no .jsonl and no .jsonl.gz file. Name a folder of papers with --data.");
    }

    public static async IAsyncEnumerable<string> LinesAsync(
        IReadOnlyList<string> paths, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        foreach (var path in paths)
        {
            await using var file = File.OpenRead(path);
            await using var plain = path.EndsWith(".gz", StringComparison.Ordinal) ? new GZipStream(file, CompressionMode.Decompress) : (Stream)file;
            using var reader = new StreamReader(plain, Encoding.UTF8, detectEncodingFromByteOrderMarks: true, bufferSize: 1 << 16);
            while (await reader.ReadLineAsync(cancellationToken) is { } line)
            {
                if (line.Length > 0)
                {
                    yield return line;
                }
            }
        }
    }

    public static PaperText Parse(string line) =>
        JsonSerializer.Deserialize<PaperText>(line) ?? throw new PaperChatException("A line of the papers holds no JSON object.");

    private static bool IsPaperFile(string path) =>
        path.EndsWith(".jsonl", StringComparison.Ordinal) || path.EndsWith(".jsonl.gz", StringComparison.Ordinal);
}
