using System.Buffers.Binary;
using System.Text;

namespace PaperChat.Text;

/// <summary>
/// How often terms stand in abstracts at large: document counts from 196,732 titles and abstracts of computer science papers. A
/// small library says little about which words are rare; this says the rest, and which words are words at all.
/// </summary>
/// <remarks>
/// The table (made by <c>tools/background-terms/make.cs</c>), little-endian: 8 bytes <c>PCBT0001</c>, int32 number of documents,
/// int32 number of terms n, n+1 int32 offsets of the terms' text, n bytes round(12 ln count), the terms in UTF-8 in ordinal order.
/// Terms of fewer than eight documents, and terms with digits, are left out.
/// </remarks>
public static class BackgroundTerms
{
    private const int HeaderLength = 16;
    private const double CommonFrom = 60;

    private static readonly byte[] Table = Load();

    private static readonly int Count = BinaryPrimitives.ReadInt32LittleEndian(Table.AsSpan(12));

    /// <summary>Number of documents counted.</summary>
    public static int Documents => BinaryPrimitives.ReadInt32LittleEndian(Table.AsSpan(8));

    /// <summary>About how many of <see cref="Documents"/> hold an analysed term, to within 5 %; 0 when fewer than eight do.</summary>
    public static double FrequencyOf(string term)
    {
        ArgumentNullException.ThrowIfNull(term);
        Span<byte> wanted = stackalloc byte[TextAnalyzer.MaxWordLength * 3];
        if (!Encoding.UTF8.TryGetBytes(term, wanted, out var length))
        {
            return 0;
        }

        var low = 0;
        var high = Count - 1;
        while (low <= high)
        {
            var middle = (low + high) / 2;
            var order = TermAt(middle).SequenceCompareTo(wanted[..length]);
            if (order == 0)
            {
                return Math.Exp(Table[HeaderLength + 4 * (Count + 1) + middle] / 12.0);
            }

            if (order < 0)
            {
                low = middle + 1;
            }
            else
            {
                high = middle - 1;
            }
        }

        return 0;
    }

    /// <summary>True for a term that abstracts use as a word, at least one in some thousand of them.</summary>
    public static bool IsCommon(string term) => FrequencyOf(term) >= CommonFrom;

    private static ReadOnlySpan<byte> TermAt(int index)
    {
        var start = BinaryPrimitives.ReadInt32LittleEndian(Table.AsSpan(HeaderLength + 4 * index));
        var end = BinaryPrimitives.ReadInt32LittleEndian(Table.AsSpan(HeaderLength + 4 * (index + 1)));
        return Table.AsSpan(HeaderLength + 4 * (Count + 1) + Count + start, end - start);
    }

    private static byte[] Load()
    {
        using var stream = typeof(BackgroundTerms).Assembly.GetManifestResourceStream("background-terms.bin")
            ?? throw new InvalidOperationException("The program was built without its table of background terms.");
        var table = new byte[stream.Length];
        stream.ReadExactly(table);
        return table;
    }
}
