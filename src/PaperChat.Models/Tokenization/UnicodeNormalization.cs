using System.Text;

namespace PaperChat.Models.Tokenization;

/// <summary>The four normalisation forms of Unicode Standard Annex 15, which the invariant culture does not have.</summary>
internal static class UnicodeNormalization
{
    private const int HangulBase = 0xAC00;
    private const int HangulCount = 11172;
    private const int LeadBase = 0x1100;
    private const int VowelBase = 0x1161;
    private const int TailBase = 0x11A7;
    private const int VowelCount = 21;
    private const int TailCount = 28;

    public static string Nfd(string text) => Ascii.IsValid(text) ? text : ToText(Decompose(text, compatible: false));

    public static string Nfkd(string text) => Ascii.IsValid(text) ? text : ToText(Decompose(text, compatible: true));

    public static string Nfc(string text) => Ascii.IsValid(text) ? text : ToText(Compose(Decompose(text, compatible: false)));

    public static string Nfkc(string text) => Ascii.IsValid(text) ? text : ToText(Compose(Decompose(text, compatible: true)));

    private static List<int> Decompose(string text, bool compatible)
    {
        var codes = new List<int>(text.Length + 8);
        foreach (var rune in text.EnumerateRunes())
        {
            Decompose(rune.Value, compatible, codes);
        }

        Reorder(codes);
        return codes;
    }

    private static void Decompose(int code, bool compatible, List<int> codes)
    {
        if (code < 0x80)
        {
            codes.Add(code);
        }
        else if (code - HangulBase is >= 0 and < HangulCount and var syllable)
        {
            codes.Add(LeadBase + (syllable / (VowelCount * TailCount)));
            codes.Add(VowelBase + (syllable % (VowelCount * TailCount) / TailCount));
            if (syllable % TailCount != 0)
            {
                codes.Add(TailBase + (syllable % TailCount));
            }
        }
        else if (UnicodeTables.Canonical.TryGetValue(code, out var parts)
            || (compatible && UnicodeTables.Compatible.TryGetValue(code, out parts)))
        {
            foreach (var part in parts)
            {
                Decompose(part, compatible, codes);
            }
        }
        else
        {
            codes.Add(code);
        }
    }

    // Marks behind a letter go in the order of their classes; equal classes keep theirs.
    private static void Reorder(List<int> codes)
    {
        for (var i = 1; i < codes.Count; i++)
        {
            var code = codes[i];
            var order = ClassOf(code);
            var to = i;
            while (order != 0 && to > 0 && ClassOf(codes[to - 1]) > order)
            {
                codes[to] = codes[to - 1];
                to--;
            }

            codes[to] = code;
        }
    }

    private static List<int> Compose(List<int> codes)
    {
        var result = new List<int>(codes.Count);
        var starter = -1;
        var blocked = -1;
        foreach (var code in codes)
        {
            var order = ClassOf(code);
            if (starter >= 0 && blocked < order && TryCompose(result[starter], code, out var composite))
            {
                result[starter] = composite;
                continue;
            }

            if (order == 0)
            {
                starter = result.Count;
                blocked = -1;
            }
            else
            {
                blocked = order;
            }

            result.Add(code);
        }

        return result;
    }

    private static bool TryCompose(int first, int second, out int composite)
    {
        if (first - LeadBase is >= 0 and < 19 and var lead && second - VowelBase is >= 0 and < VowelCount and var vowel)
        {
            composite = HangulBase + (((lead * VowelCount) + vowel) * TailCount);
            return true;
        }

        if (first - HangulBase is >= 0 and < HangulCount and var syllable && syllable % TailCount == 0
            && second - TailBase is > 0 and < TailCount and var tail)
        {
            composite = first + tail;
            return true;
        }

        return UnicodeTables.Compositions.TryGetValue((first, second), out composite);
    }

    private static int ClassOf(int code) => code < 0x300 ? 0 : UnicodeTables.CombiningClasses.GetValueOrDefault(code);

    private static string ToText(List<int> codes)
    {
        var text = new StringBuilder(codes.Count);
        Span<char> units = stackalloc char[2];
        foreach (var code in codes)
        {
            text.Append(units[..new Rune(code).EncodeToUtf16(units)]);
        }

        return text.ToString();
    }
}
