using System.Buffers.Binary;
using System.Globalization;
using System.Text;

namespace PaperChat.Models.Tokenization;

/// <summary>
/// The character map that SentencePiece models carry: a double array of the replaced byte sequences (darts-clone's layout), then the
/// replacements, each ended by a zero byte.
/// </summary>
internal sealed class PrecompiledCharacters
{
    // Longer clusters are replaced letter by letter, as the reference does.
    private const int LongestCluster = 5;

    private readonly uint[] _units;
    private readonly byte[] _replacements;

    public PrecompiledCharacters(byte[] map)
    {
        var length = map.Length < 4 ? uint.MaxValue : BinaryPrimitives.ReadUInt32LittleEndian(map);
        if (length > map.Length - 4 || length < 4 || length % 4 != 0)
        {
            throw new FormatException("the character map of the normalizer is cut short");
        }

        _units = new uint[length / 4];
        for (var i = 0; i < _units.Length; i++)
        {
            _units[i] = BinaryPrimitives.ReadUInt32LittleEndian(map.AsSpan(4 + (i * 4)));
        }

        _replacements = map[(4 + (int)length)..];
    }

    public string Normalize(string text)
    {
        var result = new StringBuilder(text.Length);
        for (var clusters = StringInfo.GetTextElementEnumerator(text); clusters.MoveNext();)
        {
            var cluster = clusters.GetTextElement();
            if (Encoding.UTF8.GetByteCount(cluster) <= LongestCluster && Replacement(cluster) is { } replaced)
            {
                result.Append(replaced);
                continue;
            }

            foreach (var rune in cluster.EnumerateRunes())
            {
                var letter = rune.ToString();
                result.Append(Replacement(letter) ?? letter);
            }
        }

        return result.ToString();
    }

    // The shortest prefix in the map decides; what follows it in the cluster is dropped, as the reference does.
    private string? Replacement(string cluster)
    {
        Span<byte> bytes = stackalloc byte[8];
        bytes = bytes[..Encoding.UTF8.GetBytes(cluster, bytes)];
        var node = Offset(_units[0]);
        foreach (var value in bytes)
        {
            node ^= value;
            if (value == 0 || node >= _units.Length || (_units[node] & 0x800000FF) != value)
            {
                return null;
            }

            var unit = _units[node];
            node ^= Offset(unit);
            if ((unit >> 8 & 1) == 1 && node < _units.Length)
            {
                return TextAt((int)(_units[node] & 0x7FFFFFFF));
            }
        }

        return null;
    }

    private string? TextAt(int start)
    {
        if (start > _replacements.Length)
        {
            return null;
        }

        var text = _replacements.AsSpan(start);
        var end = text.IndexOf((byte)0);
        return Encoding.UTF8.GetString(end < 0 ? text : text[..end]);
    }

    private static uint Offset(uint unit) => unit >> 10 << (int)((unit & 0x200) >> 6);
}
