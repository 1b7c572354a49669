using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using PaperChat.Library;
using PaperChat.Papers;
using PaperChat.Text;

namespace PaperChat.Bibliography;

/// <summary>One paper as BibTeX.</summary>
internal static partial class BibtexEntry
{
    /// <summary>The field that keeps an id which is neither arXiv's nor a DOI; programs other than PaperChat pass over it.</summary>
    public const string IdField = "paperchatid";

    public static string Write(Paper paper, string key, bool withAbstract)
    {
        var type = PublicationType.Of(paper);
        var entry = new StringBuilder().Append('@').Append(type).Append('{').Append(key);
        Append(entry, "title", BibtexTitle.Write(paper.Title));
        Append(entry, "author", string.Join(" and ", paper.Authors.Select(Author)));
        if (paper.Authors.Count == 0)
        {
            // By which BibTeX sorts an entry without an author.
            Append(entry, "key", key);
        }

        Append(entry, VenueField(type), Text(paper.Venue));
        Append(entry, "year", paper.Year?.ToString(CultureInfo.InvariantCulture));
        AppendIds(entry, paper);
        if (withAbstract)
        {
            Append(entry, "abstract", Text(paper.Abstract));
            Append(entry, "keywords", Text(string.Join("; ", paper.Categories)));
        }

        return entry.Append("\n}").ToString();
    }

    /// <summary>The class of an arXiv paper (<c>cs.CL</c>) that its categories or its venue name; null where none does.</summary>
    internal static string? ArxivClass(Paper paper)
    {
        var venue = ArxivVenue().Match(paper.Venue ?? "");
        return paper.Arxiv is null || paper.Arxiv.Contains('/') ? null
            : venue.Success ? venue.Groups["class"].Value
            : paper.Categories.FirstOrDefault(c => ArxivCategory().IsMatch(c));
    }

    /// <summary>The paper's own id, when neither arXiv nor a DOI nor its title gives it back.</summary>
    internal static string? OwnId(Paper paper) =>
        (paper.Arxiv is not null && paper.Id.Value == "arxiv:" + paper.Arxiv) || (paper.Doi is not null && paper.Id.Value == "doi:" + paper.Doi)
        || UpsertRules.IsTitleKey(paper.Id) ? null : paper.Id.Value;

    private static void AppendIds(StringBuilder entry, Paper paper)
    {
        Append(entry, "doi", Verbatim(paper.Doi));
        Append(entry, "eprint", paper.Arxiv);
        Append(entry, "archivePrefix", paper.Arxiv is null ? null : "arXiv");
        Append(entry, "primaryClass", ArxivClass(paper));
        Append(entry, "url", Verbatim(paper.Url));
        Append(entry, IdField, OwnId(paper) is { } id ? Text(id) : null);
    }

    private static string VenueField(string type) => type switch
    {
        PublicationType.Article => "journal",
        PublicationType.InProceedings => "booktitle",
        _ => "howpublished",
    };

    private static void Append(StringBuilder entry, string field, string? value)
    {
        if (!string.IsNullOrWhiteSpace(value))
        {
            entry.Append(",\n  ").Append(field.PadRight(13)).Append(" = {").Append(value).Append('}');
        }
    }

    private static string Author(string stored)
    {
        var name = PersonName.Parse(TextCleaner.Clean(stored).Text);
        var text = LatexEncoder.Encode(name.ToInverted());

        // "and" parts authors, a comma parts a name: inside braces they are letters like others.
        return name.IsLiteral ? "{" + text + "}" : text;
    }

    private static string Text(string? stored) => string.Concat(LatexPiece.Of(stored ?? "").Select(p => p.IsFormula ? p.Text : LatexEncoder.Encode(p.Text))).Trim();

    // Addresses and DOIs stand as they are: biblatex, hyperref and Pandoc take them verbatim. What would end the field is escaped.
    private static string? Verbatim(string? address) => address?
        .Replace("{", "%7B", StringComparison.Ordinal).Replace("}", "%7D", StringComparison.Ordinal)
        .Replace("\\", "%5C", StringComparison.Ordinal).ReplaceLineEndings("");

    [GeneratedRegex(@"^arXiv[\s:]+\[?(?<class>[a-z]+(-[a-z]+)*(\.[A-Za-z-]{2,})?)\]?$", RegexOptions.CultureInvariant)]
    private static partial Regex ArxivVenue();

    [GeneratedRegex(@"^((cs|math|stat|eess|q-bio|q-fin|econ|physics|astro-ph|cond-mat|nlin)\.[A-Za-z-]{2,}|hep-(th|ph|ex|lat)|quant-ph|gr-qc|math-ph|nucl-(th|ex))$", RegexOptions.CultureInvariant)]
    private static partial Regex ArxivCategory();
}
