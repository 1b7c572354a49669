using System.Globalization;
using PaperChat.Papers;
using PaperChat.Text;

namespace PaperChat.Bibliography;

/// <summary>
/// One paper as a reference in the manner of the American Psychological Association (7th edition): up to twenty authors, of more the
/// first nineteen and the last; "n.d." where the year is not known. Titles keep their capitals: which of them are names is not known.
/// </summary>
internal static class ApaReference
{
    private const int MostAuthors = 20;

    public static string Write(Paper paper)
    {
        var authors = Authors(paper);
        var year = paper.Year is { } known ? known.ToString(CultureInfo.InvariantCulture) : "n.d.";
        var title = Ended(Clean(paper.Title));
        var head = authors.Length > 0 ? $"{Ended(authors)} ({year}). {title}" : $"{title} ({year}).";
        var venue = paper.Venue is { Length: > 0 } given ? " " + Ended(Clean(given)) : "";
        var address = Address(paper);
        return head + venue + (address is null ? "" : " " + address);
    }

    private static string? Address(Paper paper) =>
        paper.Doi is { } doi ? "https://doi.org/" + doi
        : paper.Arxiv is { } arxiv ? "https://doi.org/10.48550/arXiv." + arxiv
        : paper.Url is { Length: > 0 } url ? Clean(url) : null;

    private static string Authors(Paper paper)
    {
        string[] names = [.. paper.Authors.Select(a => Name(PersonName.Parse(Clean(a))))];
        return names.Length switch
        {
            0 => "",
            1 => names[0],
            > MostAuthors => string.Join(", ", names[..(MostAuthors - 1)]) + ", … " + names[^1],
            _ => string.Join(", ", names[..^1]) + ", & " + names[^1],
        };
    }

    private static string Name(PersonName name)
    {
        if (name.IsLiteral)
        {
            return name.Family;
        }

        var family = $"{name.Particle} {name.Family}".Trim();
        var initials = string.Join(' ', name.Given.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(Initials));
        return string.Join(", ", new[] { family, initials, name.Suffix }.Where(p => p.Length > 0));
    }

    // "Jean-Luc" is "J.-L.".
    private static string Initials(string given) =>
        string.Join('-', given.Split('-', StringSplitOptions.RemoveEmptyEntries).Select(p => StringInfo.GetNextTextElement(p) + "."));

    private static string Clean(string stored) => TextCleaner.Clean(stored).Text.ReplaceLineEndings(" ").Trim();

    private static string Ended(string text) => text.EndsWith('.') || text.EndsWith('?') || text.EndsWith('!') ? text : text + ".";
}
