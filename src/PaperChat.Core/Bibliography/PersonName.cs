namespace PaperChat.Bibliography;

/// <summary>
/// An author's name in BibTeX's four parts ("Names in BibTeX", https://ctan.org/pkg/tamethebeast, section 11): "Charles Louis de la
/// Vallée Poussin, Jr." is given "Charles Louis", particle "de la", family "Vallée Poussin", suffix "Jr.". The name of a group, or
/// one that is not made of parts, is literal: all of it is the family.
/// </summary>
public sealed record PersonName(string Family, string Given = "", string Particle = "", string Suffix = "", bool IsLiteral = false)
{
    private static readonly HashSet<string> Suffixes = new(StringComparer.OrdinalIgnoreCase) { "Jr", "Jr.", "Sr", "Sr.", "II", "III", "IV" };

    // Words that only names of groups end or begin with.
    private static readonly HashSet<string> GroupWords = new(StringComparer.OrdinalIgnoreCase)
    {
        "team", "group", "consortium", "collaboration", "organization", "organisation", "institute", "university", "laboratory", "lab",
        "labs", "foundation", "association", "committee", "council", "inc", "inc.", "ltd", "corporation", "company", "research", "and",
        "the", "authors", "contributors", "initiative", "network", "project", "society",
    };

    /// <summary>Reads a name as a library keeps it: "Given von Family Jr.", or "von Family, Jr., Given" where that would be read wrongly.</summary>
    public static PersonName Parse(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        string[] parts = [.. name.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)];
        return parts switch
        {
            [] => new PersonName(name.Trim(), IsLiteral: true),
            [var whole] => InOrder(Words(whole)),
            [var whole, var suffix] when Suffixes.Contains(suffix) => InOrder(Words(whole)) with { Suffix = suffix },
            [var family, var given] => Inverted(family, given, ""),
            [var family, var suffix, var given] when Suffixes.Contains(suffix) => Inverted(family, given, suffix),
            [var family, var given, var suffix] when Suffixes.Contains(suffix) => Inverted(family, given, suffix),
            _ => new PersonName(name.Trim(), IsLiteral: true),
        };
    }

    /// <summary>The name of a group, whatever its words.</summary>
    public static PersonName Literal(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        return new PersonName(string.Join(' ', Words(name)), IsLiteral: true);
    }

    /// <summary>"Family, Given" with the particle in front and the suffix between: BibTeX's unambiguous order.</summary>
    public string ToInverted() => IsLiteral ? Family : string.Join(", ", new[] { Join(Particle, Family), Suffix, Given }.Where(p => p.Length > 0));

    /// <summary>As a library keeps it: in the natural order where <see cref="Parse"/> gets the same parts from that, else inverted.</summary>
    public override string ToString()
    {
        var natural = IsLiteral ? Family : Join(Given, Particle, Family, Suffix);
        return IsLiteral || Parse(natural) == this ? natural : ToInverted();
    }

    private static PersonName InOrder(string[] words)
    {
        if (words.Length < 2 || words.Any(GroupWords.Contains))
        {
            return new PersonName(string.Join(' ', words), IsLiteral: true);
        }

        var suffix = words.Length > 2 && Suffixes.Contains(words[^1]) ? words[^1] : "";
        var end = suffix.Length > 0 ? words.Length - 1 : words.Length;
        var particle = Array.FindIndex(words, 0, end - 1, IsParticle);
        var family = particle < 0 ? end - 1 : particle;
        while (family < end - 1 && IsParticle(words[family]))
        {
            family++;
        }

        return new PersonName(
            string.Join(' ', words[family..end]),
            string.Join(' ', words[..(particle < 0 ? end - 1 : particle)]),
            particle < 0 ? "" : string.Join(' ', words[particle..family]),
            suffix);
    }

    private static PersonName Inverted(string family, string given, string suffix)
    {
        var words = Words(family);
        var particle = words.TakeWhile((w, i) => i < words.Length - 1 && IsParticle(w)).Count();
        return new PersonName(
            string.Join(' ', words[particle..]), string.Join(' ', Words(given)), string.Join(' ', words[..particle]), suffix);
    }

    private static bool IsParticle(string word) => char.IsLower(word[0]);

    private static string[] Words(string text) => text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);

    private static string Join(params string[] parts) => string.Join(' ', parts.Where(p => p.Length > 0));
}
