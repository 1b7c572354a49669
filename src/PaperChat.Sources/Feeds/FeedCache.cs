using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace PaperChat.Sources.Feeds;

/// <summary>
/// Answers of services on disk, one file of data and one of what was said about them an address. Nothing in it is needed: what is
/// missing, broken or half-written is asked for again. Safe for several processes.
/// </summary>
internal sealed class FeedCache(string folder, TimeProvider time)
{
    /// <summary>The last answer to an address; null where none is kept.</summary>
    public async Task<CachedPage?> FindAsync(Uri address, CancellationToken cancellationToken)
    {
        try
        {
            await using var head = File.OpenRead(PathOf(address, ".json"));
            var said = await JsonSerializer.DeserializeAsync(head, FeedCacheJson.Default.CachedHead, cancellationToken);
            if (said is null || said.Address != address.AbsoluteUri)
            {
                return null;
            }

            var body = await File.ReadAllBytesAsync(PathOf(address, ".body"), cancellationToken);

            // Two writers may have met: head and body of different answers.
            return Convert.ToHexStringLower(SHA256.HashData(body)) == said.BodyHash ? new CachedPage(body, said.Tag, said.Modified, said.Kept) : null;
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException or JsonException)
        {
            return null;
        }
    }

    public async Task KeepAsync(Uri address, ReadOnlyMemory<byte> body, string? tag, string? modified, CancellationToken cancellationToken)
    {
        try
        {
            Directory.CreateDirectory(folder);
            var head = new CachedHead(address.AbsoluteUri, tag, modified, time.GetUtcNow(), Convert.ToHexStringLower(SHA256.HashData(body.Span)));
            await WriteAsync(PathOf(address, ".body"), body, cancellationToken);
            await WriteAsync(PathOf(address, ".json"), JsonSerializer.SerializeToUtf8Bytes(head, FeedCacheJson.Default.CachedHead), cancellationToken);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            // A full or read-only disk costs the next run a request.
        }
    }

    private static async Task WriteAsync(string path, ReadOnlyMemory<byte> bytes, CancellationToken cancellationToken)
    {
        var unfinished = $"{path}.{Guid.NewGuid():N}";
        await using (var file = File.Create(unfinished))
        {
            await file.WriteAsync(bytes, cancellationToken);
        }

        File.Move(unfinished, path, overwrite: true);
    }

    // An address is never a path.
    private string PathOf(Uri address, string ending) =>
        Path.Combine(folder, Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(address.AbsoluteUri))[..16]) + ending);
}
