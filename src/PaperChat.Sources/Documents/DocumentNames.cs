using System.Text.RegularExpressions;
using PaperChat.Sources.Records;

namespace PaperChat.Sources.Documents;

/// <summary>Finds the authors in the lines under a title. What is no list of names gives none: no name is guessed.</summary>
internal static partial class DocumentNames
{
    private const int MostWords = 5;

    // A mark stands behind a name, and so parts it from the next one.
    public static IReadOnlyList<string> In(IEnumerable<string> lines)
    {
        var authors = new List<string>();
        foreach (var line in lines)
        {
            var names = NameList.Authors(AndSign().Replace(Marks().Replace(Addresses().Replace(line, " "), ", "), " and "))
                .Select(WrappedText.OneLine).Where(n => n.Length > 0).ToArray();
            if (names.Length > 0 && Array.TrueForAll(names, IsName))
            {
                authors.AddRange(names);
            }
            else if (authors.Count > 0)
            {
                break;
            }
        }

        return [.. authors.Distinct(StringComparer.Ordinal)];
    }

    /// <summary>Whether a line is made of names alone, which a title hardly is.</summary>
    public static bool IsList(string line) => (line.Contains(',', StringComparison.Ordinal) || line.Contains(" and ", StringComparison.Ordinal) || Marks().IsMatch(line)) && In([line]).Count > 0;

    private static bool IsName(string text)
    {
        var words = text.Split(' ');
        return words.Length is >= 2 and <= MostWords && !Place().IsMatch(text)
            && words.All(w => Particle().IsMatch(w) || (char.IsUpper(w[0]) && w.All(c => char.IsLetter(c) || c is '.' or '-' or '\'' or '’')))
            && words[^1].Length > 1;
    }

    [GeneratedRegex(@"[\d*†‡§¶∗⋆]+|\s,", RegexOptions.CultureInvariant)]
    private static partial Regex Marks();

    [GeneratedRegex(@"\s*&\s*|\s+and,?\s+|\s+·\s+", RegexOptions.CultureInvariant)]
    private static partial Regex AndSign();

    [GeneratedRegex(@"\S*@\S*|\{[^}]*\}", RegexOptions.CultureInvariant)]
    private static partial Regex Addresses();

    [GeneratedRegex(@"\b(univ\w*|institut\w*|depart\w*|college|school|laborator\w*|labs?|research|cent(er|re)|inc|ltd|gmbh|corp\w*|academy|faculty|ministry|hospital|street|avenue|group|team|google|microsoft|amazon|meta|nvidia|openai|deepmind|usa|china|germany|france|india|japan)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Place();

    [GeneratedRegex(@"^(van|von|der|den|de|da|di|del|della|la|le|dos|bin|ibn|al|el|ter|ten|zu|y)$", RegexOptions.CultureInvariant)]
    private static partial Regex Particle();
}
