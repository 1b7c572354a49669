using System.IO.Compression;
using System.Security.Cryptography;

namespace PaperChat.Chat.Web;

/// <summary>A file of the page, as it is and compressed. It never changes while the program runs, so each form is made once.</summary>
internal sealed class PageFile
{
    private readonly Lazy<byte[]> _brotli;
    private readonly Lazy<byte[]> _gzip;

    public PageFile(string name, byte[] bytes)
    {
        Name = name;
        Bytes = bytes;
        ContentType = TypeOf(name);

        // Weak, as its compressed forms share it.
        ETag = $"W/\"{Convert.ToHexStringLower(SHA256.HashData(bytes).AsSpan(0, 12))}\"";
        _brotli = new(() => Compress(to => new BrotliStream(to, CompressionLevel.SmallestSize)));
        _gzip = new(() => Compress(to => new GZipStream(to, CompressionLevel.SmallestSize)));
    }

    public string Name { get; }

    public byte[] Bytes { get; }

    public string ContentType { get; }

    public string ETag { get; }

    /// <summary>The bytes in the best encoding that a client takes, and its name; null for the bytes as they are.</summary>
    public (byte[] Bytes, string? Encoding) In(IEnumerable<string> accepted)
    {
        ArgumentNullException.ThrowIfNull(accepted);
        var names = accepted.ToHashSet(StringComparer.OrdinalIgnoreCase);
        return names.Contains("br") ? (_brotli.Value, "br")
            : names.Contains("gzip") ? (_gzip.Value, "gzip")
            : (Bytes, null);
    }

    private static string TypeOf(string name) => Path.GetExtension(name) switch
    {
        ".html" => "text/html; charset=utf-8",
        ".css" => "text/css; charset=utf-8",
        ".js" => "text/javascript; charset=utf-8",
        ".svg" => "image/svg+xml",
        var other => throw new ArgumentOutOfRangeException(nameof(name), other, "The page has no files of this type."),
    };

    private byte[] Compress(Func<Stream, Stream> into)
    {
        using var compressed = new MemoryStream();
        using (var stream = into(compressed))
        {
            stream.Write(Bytes);
        }

        return compressed.ToArray();
    }
}
