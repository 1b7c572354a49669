using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using PaperChat.Papers;

namespace PaperChat.Qdrant.Points;

/// <summary>
/// Ids of points: UUIDs of version 5 (RFC 9562, section 5.5) of what they hold, so that the same thing written twice, by any host, is one
/// point.
/// </summary>
internal static class PointId
{
    private const int GuidSize = 16;
    private static readonly byte[] Namespace = new Guid("5d0f3b52-8f0c-4f7e-9d5a-6f1f5e0a7c21").ToByteArray(bigEndian: true);

    public static Guid Manifest { get; } = Of("manifest");

    public static Guid State { get; } = Of("state");

    public static Guid OfChunk(PaperId paper, int chunk) => Of(string.Create(CultureInfo.InvariantCulture, $"paper:{paper.Value}#{chunk}"));

    public static Guid OfRun(Guid run) => Of("run:" + run.ToString("D"));

    private static Guid Of(string name)
    {
        var size = GuidSize + Encoding.UTF8.GetMaxByteCount(name.Length);
        var bytes = size <= 1024 ? stackalloc byte[size] : new byte[size];
        Namespace.CopyTo(bytes);
        Span<byte> hash = stackalloc byte[SHA1.HashSizeInBytes];

        // The name's hash is an id here, as the RFC defines it, and protects nothing.
#pragma warning disable CA5350
        SHA1.HashData(bytes[..(GuidSize + Encoding.UTF8.GetBytes(name, bytes[GuidSize..]))], hash);
#pragma warning restore CA5350
        hash[6] = (byte)((hash[6] & 0x0f) | 0x50);
        hash[8] = (byte)((hash[8] & 0x3f) | 0x80);
        return new Guid(hash[..GuidSize], bigEndian: true);
    }
}
