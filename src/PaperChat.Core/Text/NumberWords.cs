using System.Collections.Frozen;

namespace PaperChat.Text;

/// <summary>English words for numbers.</summary>
public static class NumberWords
{
    private static readonly FrozenDictionary<string, double> Values = new Dictionary<string, double>(StringComparer.Ordinal)
    {
        ["zero"] = 0,
        ["one"] = 1,
        ["two"] = 2,
        ["three"] = 3,
        ["four"] = 4,
        ["five"] = 5,
        ["six"] = 6,
        ["seven"] = 7,
        ["eight"] = 8,
        ["nine"] = 9,
        ["ten"] = 10,
        ["eleven"] = 11,
        ["twelve"] = 12,
        ["thirteen"] = 13,
        ["fourteen"] = 14,
        ["fifteen"] = 15,
        ["sixteen"] = 16,
        ["seventeen"] = 17,
        ["eighteen"] = 18,
        ["nineteen"] = 19,
        ["twenty"] = 20,
        ["thirty"] = 30,
        ["forty"] = 40,
        ["fifty"] = 50,
        ["sixty"] = 60,
        ["seventy"] = 70,
        ["eighty"] = 80,
        ["ninety"] = 90,
        ["hundred"] = 100,
        ["thousand"] = 1_000,
        ["million"] = 1_000_000,
        ["billion"] = 1_000_000_000,
        ["dozen"] = 12,
        ["half"] = 0.5,
        ["twice"] = 2,
        ["double"] = 2,
        ["triple"] = 3,
        ["single"] = 1,
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>The value of a lower-case number word.</summary>
    public static bool TryValue(string word, out double value) => Values.TryGetValue(word, out value);

    /// <summary>True for digits and for number words.</summary>
    public static bool IsNumber(string word)
    {
        ArgumentException.ThrowIfNullOrEmpty(word);
        return char.IsAsciiDigit(word[0]) || Values.ContainsKey(word);
    }
}
