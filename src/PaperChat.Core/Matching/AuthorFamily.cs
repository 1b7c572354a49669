using PaperChat.Text;

namespace PaperChat.Matching;

/// <summary>The last word of an author's family name: what all ways to write a name have in common.</summary>
internal static class AuthorFamily
{
    public const int MaxLength = 64;

    /// <summary>Writes it as <see cref="Letters"/> and returns how many they are; 0 where there is no name.</summary>
    public static int Of(string name, Span<char> family)
    {
        var text = name.AsSpan().ContainsAny('\\', '{', '&') ? TextCleaner.Clean(name).Text.AsSpan() : name;
        var comma = text.IndexOf(',');
        text = comma > 0 ? text[..comma] : text;
        for (var end = text.Length; end > 0;)
        {
            var start = text[..end].LastIndexOf(' ') + 1;
            var word = text[start..end];
            end = Math.Max(start - 1, 0);
            if (IsSuffix(word))
            {
                continue;
            }

            // Initials stand behind the family name in some lists: "Smith JA".
            var length = Write(word, family);
            if (length > 2 || (length == 2 && !(char.IsUpper(word[0]) && char.IsUpper(word[^1]))) || (start == 0 && length > 0))
            {
                return length;
            }
        }

        return 0;
    }

    private static int Write(ReadOnlySpan<char> word, Span<char> family)
    {
        var length = 0;
        foreach (var c in word)
        {
            if (length + Letters.MostOfOne > family.Length)
            {
                break;
            }

            length += Letters.Write(c, family[length..]);
        }

        return length;
    }

    private static bool IsSuffix(ReadOnlySpan<char> word) => word is "Jr" or "Jr." or "Sr" or "Sr." or "II" or "III" or "IV" or "al." or "al" or "et";
}
