using System.Buffers.Binary;
using System.Numerics;
using System.Text;

namespace PaperChat.Qdrant.Points;

/// <summary>
/// The dimension of a term in the sparse vectors: MurmurHash3 (x86, 32 bits, seed 0; Appleby 2011) of its UTF-8 form, the same on
/// every machine and in every version. Terms that share an id count as one; docs/decisions/0021 tells how many do.
/// </summary>
internal static class TermId
{
    private const uint C1 = 0xcc9e2d51;
    private const uint C2 = 0x1b873593;

    public static uint Of(string term)
    {
        Span<byte> buffer = stackalloc byte[512];
        var count = Encoding.UTF8.GetMaxByteCount(term.Length);
        var bytes = count <= buffer.Length ? buffer : new byte[count];
        return Hash(bytes[..Encoding.UTF8.GetBytes(term, bytes)]);
    }

    internal static uint Hash(ReadOnlySpan<byte> bytes)
    {
        var hash = 0u;
        var rest = bytes;
        for (; rest.Length >= sizeof(uint); rest = rest[sizeof(uint)..])
        {
            hash ^= Mix(BinaryPrimitives.ReadUInt32LittleEndian(rest));
            hash = (BitOperations.RotateLeft(hash, 13) * 5) + 0xe6546b64;
        }

        var tail = 0u;
        for (var i = rest.Length - 1; i >= 0; i--)
        {
            tail = (tail << 8) | rest[i];
        }

        hash ^= Mix(tail) ^ (uint)bytes.Length;
        hash = (hash ^ (hash >> 16)) * 0x85ebca6b;
        hash = (hash ^ (hash >> 13)) * 0xc2b2ae35;
        return hash ^ (hash >> 16);
    }

    private static uint Mix(uint block) => BitOperations.RotateLeft(block * C1, 15) * C2;
}
