using System.Globalization;

namespace PaperChat.Models.Tokenization;

/// <summary>
/// Decompositions and combining classes of Unicode 14, from the table that <c>tools/embeddings/unicode_tables.py</c> writes; read at
/// the first use.
/// </summary>
internal static class UnicodeTables
{
    /// <summary>Canonical decompositions, one level.</summary>
    public static Dictionary<int, int[]> Canonical { get; } = [];

    /// <summary>Compatibility decompositions, one level.</summary>
    public static Dictionary<int, int[]> Compatible { get; } = [];

    /// <summary>The primary composite of two code points.</summary>
    public static Dictionary<(int First, int Second), int> Compositions { get; } = [];

    /// <summary>Combining classes other than zero.</summary>
    public static Dictionary<int, int> CombiningClasses { get; } = [];

#pragma warning disable CA1810 // One file fills four tables.
    static UnicodeTables()
#pragma warning restore CA1810
    {
        using var reader = new StreamReader(typeof(UnicodeTables).Assembly.GetManifestResourceStream("unicode.txt")!);
        while (reader.ReadLine() is { } line)
        {
            if (line[0] != '#')
            {
                Add(line.Split(' '));
            }
        }
    }

    private static void Add(string[] fields)
    {
        var code = Hex(fields[1]);
        if (fields[0] == "M")
        {
            for (var last = Hex(fields[2]); code <= last; code++)
            {
                CombiningClasses[code] = int.Parse(fields[3], CultureInfo.InvariantCulture);
            }

            return;
        }

        var parts = Array.ConvertAll(fields[2..], Hex);
        (fields[0] == "K" ? Compatible : Canonical)[code] = parts;
        if (fields[0] == "C")
        {
            Compositions[(parts[0], parts[1])] = code;
        }
    }

    private static int Hex(string digits) => int.Parse(digits, NumberStyles.HexNumber, CultureInfo.InvariantCulture);
}
