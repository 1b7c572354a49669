using System.IO.Compression;
using System.Text;

namespace PaperChat.Sources.Inputs;

/// <summary>Undoes compression and foreign encodings, told by the first bytes: gzip (RFC 1952) and the byte order marks of UTF-16.</summary>
internal static class InputDecoding
{
    // By default .NET takes compressed data that stops half-way for whole, and a truncated file would lose papers in silence.
    static InputDecoding() => AppContext.SetSwitch("System.IO.Compression.UseStrictValidation", true);

    public static bool IsGzip(ReadOnlySpan<byte> head) => head is [0x1F, 0x8B, ..];

    public static Stream Gunzip(StoredStream stored) =>
        new BoundedDecompression(new GZipStream(stored, CompressionMode.Decompress, leaveOpen: true), () => stored.BytesRead);

    /// <summary><paramref name="head"/> is the start of <paramref name="text"/>.</summary>
    public static Stream ToUtf8(Stream text, ReadOnlySpan<byte> head) => head switch
    {
        [0xFF, 0xFE, ..] => Encoding.CreateTranscodingStream(text, Encoding.Unicode, new UTF8Encoding(false)),
        [0xFE, 0xFF, ..] => Encoding.CreateTranscodingStream(text, Encoding.BigEndianUnicode, new UTF8Encoding(false)),
        _ => text,
    };
}
