using System.Text;
using PaperChat.Bibliography;
using PaperChat.Ingestion;

namespace PaperChat.Sources.Arxiv;

/// <summary>
/// Names that arXiv keeps as one text, "A. Moss (Tidewatch, Reefs), B. Reed Jr. and C. van der Berg": affiliations in parentheses, before
/// the first name the collaboration that it is for ("Tidewatch Collaboration: A. Moss, ...").
/// </summary>
internal static class ArxivAuthors
{
    private static readonly HashSet<string> Suffixes = new(StringComparer.OrdinalIgnoreCase) { "Jr", "Jr.", "Sr", "Sr.", "II", "III", "IV" };

    public static IReadOnlyList<string> Read(string text)
    {
        var names = new List<string>();
        foreach (var part in WithoutAffiliations(text).Replace("\n", " ", StringComparison.Ordinal).Replace(" and ", ", ", StringComparison.Ordinal)
            .Split([',', ';', ':'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            var name = Records.WrappedText.OneLine(part.StartsWith("and ", StringComparison.Ordinal) ? part[4..] : part);
            if (Suffixes.Contains(name) && names.Count > 0)
            {
                names[^1] += " " + name;
            }
            else if (name.Length > 0 && !name.Equals("et al.", StringComparison.OrdinalIgnoreCase))
            {
                names.Add(Decoded(name));
            }
        }

        return names;
    }

    /// <summary>A name in parts, as a library keeps it.</summary>
    public static string Join(string family, string given, string suffix)
    {
        family = Decoded(family);
        given = Decoded(given);
        return given.Length == 0 && suffix.Length == 0
            ? Records.WrappedText.OneLine(family)
            : PersonName.Parse(string.Join(", ", new[] { family, suffix.Trim(), given }.Where(p => p.Length > 0))).ToString();
    }

    // No name is longer; the rest is refused later with its length.
    private static string Decoded(string name) => name.Length > PaperNormalizer.MaxAuthorLength ? name : LatexDecoder.Decode(name).Trim();

    private static string WithoutAffiliations(string text)
    {
        if (!text.Contains('('))
        {
            return text;
        }

        var kept = new StringBuilder(text.Length);
        var depth = 0;
        foreach (var character in text)
        {
            depth = Math.Max(0, depth + character switch { '(' => 1, ')' => -1, _ => 0 });
            if (depth == 0 && character != ')')
            {
                kept.Append(character);
            }
        }

        return kept.ToString();
    }
}
