using PaperChat.Bibliography;

namespace PaperChat.Sources.Bibtex;

/// <summary>Reads BibTeX's lists of names: parted by "and" outside of braces, a name in braces being that of a group.</summary>
internal static class BibtexNames
{
    public static IReadOnlyList<string> Read(string list) =>
        [.. Split(list).Select(Name).Where(n => n.Length > 0 && !n.Equals("others", StringComparison.OrdinalIgnoreCase))];

    private static string Name(string latex)
    {
        var text = string.Join(' ', latex.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        return IsBraced(text)
            ? LatexDecoder.Decode(text).Trim()
            : PersonName.Parse(LatexDecoder.Decode(text).Trim()).ToString();
    }

    private static IEnumerable<string> Split(string list)
    {
        var depth = 0;
        var start = 0;
        for (var i = 0; i < list.Length; i++)
        {
            depth += list[i] switch { '{' => 1, '}' => -1, _ => 0 };
            if (depth == 0 && char.IsWhiteSpace(list[i]) && IsAnd(list, i + 1))
            {
                yield return list[start..i];
                start = i + 4;
                i += 3;
            }
        }

        yield return list[start..];
    }

    private static bool IsAnd(string list, int at) =>
        at + 3 < list.Length && list.AsSpan(at, 3).Equals("and", StringComparison.OrdinalIgnoreCase) && char.IsWhiteSpace(list[at + 3]);

    // One pair of braces around all of it, and not "{\"O}zg{\"u}r" with a letter in each.
    private static bool IsBraced(string text)
    {
        if (text is not ['{', .., '}'] || text is ['{', '\\', ..])
        {
            return false;
        }

        var depth = 0;
        for (var i = 0; i < text.Length - 1; i++)
        {
            depth += text[i] switch { '{' => 1, '}' => -1, _ => 0 };
            if (depth == 0)
            {
                return false;
            }
        }

        return true;
    }
}
