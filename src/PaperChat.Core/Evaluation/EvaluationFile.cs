using System.IO.Compression;
using System.Runtime.CompilerServices;
using System.Text.Json;

namespace PaperChat.Evaluation;

/// <summary>Reads the lines of evaluation files, plain or gzipped (seen by content, not by name), UTF-8.</summary>
internal static class EvaluationFile
{
    /// <summary>The first of the names that exists in the folder; null when none does.</summary>
    public static string? Find(string folder, params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
        {
            var path = Path.Combine(folder, name);
            if (File.Exists(path))
            {
                return path;
            }
        }

        return null;
    }

    /// <summary>Lines that are not blank, with their numbers from 1.</summary>
    public static async IAsyncEnumerable<(long Number, string Text)> LinesAsync(
        string path, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var reader = Open(path);
        for (long number = 1; await NextAsync(reader, path, number, cancellationToken) is { } line; number++)
        {
            if (!string.IsNullOrWhiteSpace(line))
            {
                yield return (number, line);
            }
        }
    }

    /// <summary>One JSON object a line.</summary>
    public static async IAsyncEnumerable<(long Number, JsonElement Value)> ObjectsAsync(
        string path, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var (number, text) in LinesAsync(path, cancellationToken))
        {
            yield return (number, Parse(path, number, text));
        }
    }

    public static EvaluationException Wrong(string path, long line, string what) =>
        new($"{path}, line {line}: {what}. Correct the line and run the evaluation again.");

    private static JsonElement Parse(string path, long number, string text)
    {
        try
        {
            using var document = JsonDocument.Parse(text);
            return document.RootElement.ValueKind == JsonValueKind.Object
                ? document.RootElement.Clone()
                : throw Wrong(path, number, "expected a JSON object");
        }
        catch (JsonException e)
        {
            throw Wrong(path, number, $"not valid JSON at character {e.BytePositionInLine + 1}");
        }
    }

    private static StreamReader Open(string path)
    {
        FileStream? file = null;
        try
        {
            file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, 1 << 16, useAsync: true);
            Span<byte> start = stackalloc byte[2];
            var zipped = file.ReadAtLeast(start, 2, throwOnEndOfStream: false) == 2 && start is [0x1f, 0x8b];
            file.Position = 0;
            return new StreamReader(zipped ? new GZipStream(file, CompressionMode.Decompress) : file);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            file?.Dispose();
            throw new EvaluationException($"{path} cannot be read: {e.Message}", e);
        }
    }

    private static async ValueTask<string?> NextAsync(StreamReader reader, string path, long number, CancellationToken cancellationToken)
    {
        try
        {
            return await reader.ReadLineAsync(cancellationToken);
        }
        catch (Exception e) when (e is IOException or InvalidDataException)
        {
            throw new EvaluationException($"{path} breaks off at line {number}: {e.Message}", e);
        }
    }
}
