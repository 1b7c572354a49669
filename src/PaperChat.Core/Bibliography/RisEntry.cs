using System.Globalization;
using System.Text;
using PaperChat.Papers;
using PaperChat.Text;

namespace PaperChat.Bibliography;

/// <summary>One paper as RIS (https://en.wikipedia.org/wiki/RIS_(file_format)): plain text in Unicode, one value a line.</summary>
internal static class RisEntry
{
    /// <summary>The database (DB) under which the accession number (AN) is an id of PaperChat.</summary>
    public const string Database = "PaperChat";

    public static string Write(Paper paper, string key, bool withAbstract)
    {
        var type = PublicationType.Of(paper);
        var entry = new StringBuilder();
        Append(entry, "TY", type switch { PublicationType.Article => "JOUR", PublicationType.InProceedings => "CPAPER", _ => paper.Arxiv is null ? "GEN" : "UNPB" });
        Append(entry, "ID", key);
        Append(entry, "TI", paper.Title);
        foreach (var author in paper.Authors)
        {
            Append(entry, "AU", PersonName.Parse(TextCleaner.Clean(author).Text) is { IsLiteral: false } name ? Inverted(name) : author);
        }

        Append(entry, "PY", paper.Year?.ToString(CultureInfo.InvariantCulture));
        Append(entry, "T2", paper.Venue);
        Append(entry, "DO", paper.Doi);
        Append(entry, "UR", paper.Url);
        Append(entry, "N1", paper.Arxiv is null ? null : $"arXiv:{paper.Arxiv}");
        if (BibtexEntry.OwnId(paper) is { } id)
        {
            Append(entry, "AN", id);
            Append(entry, "DB", Database);
        }

        if (withAbstract)
        {
            Append(entry, "AB", paper.Abstract);
            foreach (var keyword in paper.Categories)
            {
                Append(entry, "KW", keyword);
            }
        }

        return entry.Append("ER  - ").ToString();
    }

    private static string Inverted(PersonName name) =>
        string.Join(", ", new[] { $"{name.Particle} {name.Family}".Trim(), name.Given, name.Suffix }.Where(p => p.Length > 0));

    private static void Append(StringBuilder entry, string tag, string? value)
    {
        if (!string.IsNullOrWhiteSpace(value))
        {
            entry.Append(tag).Append("  - ").Append(TextCleaner.Clean(value).Text.ReplaceLineEndings(" ").Trim()).Append('\n');
        }
    }
}
