namespace PaperChat.Embedded.Index;

/// <summary>Strings in the order of their UTF-8 bytes, in which the tables of a segment are sorted and searched.</summary>
internal sealed class Utf8Order : IComparer<string>
{
    public static Utf8Order Instance { get; } = new();

    public int Compare(string? x, string? y)
    {
        ArgumentNullException.ThrowIfNull(x);
        ArgumentNullException.ThrowIfNull(y);
        var at = x.AsSpan().CommonPrefixLength(y);
        return at < x.Length && at < y.Length ? Weight(x[at]).CompareTo(Weight(y[at])) : x.Length.CompareTo(y.Length);
    }

    // UTF-16 sorts surrogates (above the basic plane) below U+E000 to U+FFFF; UTF-8 sorts them above.
    private static int Weight(char c) => c < 0xD800 ? c : c < 0xE000 ? c + 0x2000 : c - 0x800;
}
