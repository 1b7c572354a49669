using System.Buffers.Binary;
using System.Text;

namespace PaperChat.Embedded.Index;

/// <summary>Strings in the order of their UTF-8 bytes, in which the tables of a segment are sorted and searched.</summary>
internal sealed class Utf8Order : IComparer<string>
{
    public static Utf8Order Instance { get; } = new();

    public int Compare(string? x, string? y)
    {
        ArgumentNullException.ThrowIfNull(x);
        ArgumentNullException.ThrowIfNull(y);
        return Compare(x.AsSpan(), y);
    }

    public static int Compare(ReadOnlySpan<char> x, ReadOnlySpan<char> y)
    {
        var at = x.CommonPrefixLength(y);
        return at < x.Length && at < y.Length ? Weight(x[at]).CompareTo(Weight(y[at])) : x.Length.CompareTo(y.Length);
    }

    /// <summary>Sorts texts, most of them by their first bytes alone.</summary>
    public static void Sort(string[] texts)
    {
        // A text may hold NUL, which Prefix cannot tell from the end: then the longer way sorts all.
        if (texts.Any(t => t.Contains('\0')))
        {
            Array.Sort(texts, Instance);
            return;
        }

        var prefixes = Array.ConvertAll(texts, t => Prefix(t));
        Array.Sort(prefixes, texts);
        SortRuns(prefixes, texts.AsSpan(), Instance.Compare);
    }

    /// <summary>Sorts what has equal prefixes by the rest.</summary>
    public static void SortRuns<T>(ulong[] prefixes, Span<T> items, Comparison<T> compare)
    {
        for (var from = 0; from < items.Length;)
        {
            var to = from + 1;
            while (to < items.Length && prefixes[to] == prefixes[from])
            {
                to++;
            }

            if (to - from > 1)
            {
                items[from..to].Sort(compare);
            }

            from = to;
        }
    }

    /// <summary>The first eight bytes as a number that sorts like them. Of a text without NUL, whose end sorts before everything.</summary>
    public static ulong Prefix(ReadOnlySpan<char> text)
    {
        Span<byte> bytes = stackalloc byte[sizeof(ulong) * 3];
        bytes[..sizeof(ulong)].Clear();
        Encoding.UTF8.GetBytes(text[..Math.Min(text.Length, sizeof(ulong))], bytes);
        return BinaryPrimitives.ReadUInt64BigEndian(bytes);
    }

    // UTF-16 sorts surrogates (above the basic plane) below U+E000 to U+FFFF; UTF-8 sorts them above.
    private static int Weight(char c) => c < 0xD800 ? c : c < 0xE000 ? c + 0x2000 : c - 0x800;
}
