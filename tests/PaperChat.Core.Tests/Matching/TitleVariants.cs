using System.Globalization;

namespace PaperChat.Core.Tests.Matching;

/// <summary>Ways in which sources write one title.</summary>
internal static class TitleVariants
{
    private static readonly Func<string, Random, string>[] Harmless =
    [
        (t, _) => t,
        (t, _) => t.ToUpperInvariant(),
        (t, _) => t.ToLowerInvariant(),
        (t, _) => CultureInfo.InvariantCulture.TextInfo.ToTitleCase(t.ToLowerInvariant()),
        (t, _) => "{" + t + "}",
        (t, _) => string.Join(' ', t.Split(' ').Select(w => w.Any(char.IsUpper) ? "{" + w + "}" : w)),
        (t, _) => t.Replace("-", " ", StringComparison.Ordinal),
        (t, _) => t.Replace("-", "", StringComparison.Ordinal),
        (t, _) => t.Replace("-", "--", StringComparison.Ordinal),
        (t, _) => t.Replace("-", "\u2010", StringComparison.Ordinal),
        (t, _) => t.Replace(" and ", " & ", StringComparison.OrdinalIgnoreCase),
        (t, _) => t.Replace(" and ", " \\& ", StringComparison.OrdinalIgnoreCase),
        (t, _) => t.Replace(" and ", " &amp; ", StringComparison.OrdinalIgnoreCase),
        (t, _) => t + ".",
        (t, _) => t.Replace(": ", " - ", StringComparison.Ordinal),
        (t, _) => t.Replace(": ", " \u2013 ", StringComparison.Ordinal),
        (t, _) => t.Replace(":", "", StringComparison.Ordinal),
        (t, _) => t.Replace("'", "\u2019", StringComparison.Ordinal).Replace("\"", "``", StringComparison.Ordinal),
        (t, r) => Replaced(t, r, ' ', "\n  "),
        (t, _) => Latex(t),
        (t, _) => t + " (Extended Version)",
        (t, _) => "  " + t.Replace(" ", "  ", StringComparison.Ordinal) + " ",
    ];

    private static readonly Func<string, Random, string>[] Lossy =
    [
        CutWithDots,
        CutWithDots,
        CutSilently,
        WithoutSubtitle,
        WithoutSubtitle,
        WithoutMain,
        Misspelt,
        Misspelt,
        WithoutSmallWord,
        Plural,
    ];

    public static string Any(string title, Random random) => Harmless[random.Next(Harmless.Length)](title, random);

    public static string AnyLossy(string title, Random random) => Lossy[random.Next(Lossy.Length)](title, random);

    private static string Replaced(string text, Random random, char what, string by)
    {
        var places = Enumerable.Range(0, text.Length).Where(i => text[i] == what).ToArray();
        return places.Length == 0 ? text : text.Remove(places[random.Next(places.Length)], 1).Insert(places[0], by);
    }

    private static string Latex(string title) => title
        .Replace("é", "{\\'e}", StringComparison.Ordinal).Replace("ö", "{\\\"o}", StringComparison.Ordinal)
        .Replace("ü", "\\\"{u}", StringComparison.Ordinal).Replace("%", "\\%", StringComparison.Ordinal)
        .Replace("α", "$\\alpha$", StringComparison.Ordinal).Replace("β", "$\\beta$", StringComparison.Ordinal)
        .Replace("k-", "$k$-", StringComparison.Ordinal).Replace("3D", "3{D}", StringComparison.Ordinal)
        .Replace("²", "$^2$", StringComparison.Ordinal) + (title.Length % 2 == 0 ? "" : "{}");

    private static string CutWithDots(string title, Random random) =>
        title.Length < 50 ? title : title[..(title.Length * random.Next(50, 85) / 100)].TrimEnd() + (random.Next(2) == 0 ? "..." : "\u2026");

    private static string CutSilently(string title, Random random) => title.Length < 70 ? title : title[..random.Next(45, 66)].TrimEnd();

    private static string WithoutSubtitle(string title, Random random)
    {
        var colon = title.IndexOf(": ", StringComparison.Ordinal);
        return colon < 5 ? Misspelt(title, random) : title[..colon];
    }

    private static string WithoutMain(string title, Random random)
    {
        var colon = title.IndexOf(": ", StringComparison.Ordinal);
        return colon < 1 || title.Length - colon < 25 || colon > 25 ? WithoutSmallWord(title, random) : title[(colon + 2)..];
    }

    private static string Misspelt(string title, Random random)
    {
        var words = title.Split(' ');
        var long1 = Enumerable.Range(0, words.Length).Where(i => words[i].Length >= 7 && words[i].All(char.IsAsciiLetterLower)).ToArray();
        if (long1.Length == 0)
        {
            return title;
        }

        var at = long1[random.Next(long1.Length)];
        var letter = random.Next(2, words[at].Length - 1);
        words[at] = random.Next(3) switch
        {
            0 => words[at].Remove(letter, 1),
            1 => words[at].Insert(letter, words[at][letter].ToString()),
            _ => words[at][..letter] + words[at][letter + 1 < words[at].Length ? letter + 1 : letter] + words[at][letter] + words[at][Math.Min(letter + 2, words[at].Length)..],
        };
        return string.Join(' ', words);
    }

    private static string WithoutSmallWord(string title, Random random)
    {
        foreach (var word in (string[])[" the ", " a ", " an ", " of "])
        {
            if (title.Contains(word, StringComparison.Ordinal))
            {
                return title.Replace(word, " ", StringComparison.Ordinal);
            }
        }

        return Misspelt(title, random);
    }

    private static string Plural(string title, Random random) =>
        title.EndsWith('s') ? title[..^1] : char.IsAsciiLetterLower(title[^1]) ? title + "s" : WithoutSmallWord(title, random);
}
