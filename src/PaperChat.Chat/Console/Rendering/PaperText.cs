using System.Globalization;
using PaperChat.Answering;
using PaperChat.Hosting;
using PaperChat.Papers;
using PaperChat.Text;

namespace PaperChat.Chat.Console.Rendering;

/// <summary>A paper in words, each piece safe to print on a line.</summary>
internal static class PaperText
{
    /// <summary>The same words stand wherever a summary is shown as a source.</summary>
    public const string SummaryNotice = "summary written for the sample";

    private const int NamedAuthors = 3;

    /// <summary>A stored title or sentence, cleaned for reading, on one line.</summary>
    public static string Cleaned(string stored) => TerminalText.Line(TextCleaner.Clean(stored).Text).Trim();

    /// <summary>A quote in quotation marks, with the page that it stands on where it is known.</summary>
    public static string Quoted(Quote quote) => $"\"{Cleaned(quote.Text)}\"{PageOf(quote)}";

    /// <summary>" (page 3)"; empty where the page is not known.</summary>
    public static string PageOf(Quote quote) => quote.Page is { } page ? string.Create(CultureInfo.InvariantCulture, $" (page {page})") : "";

    public static string Title(Paper paper) => Cleaned(paper.Title);

    /// <summary>"Doe et al.; ICLR 2024; arxiv:2401.00001; https://..."; never empty, as every paper has an id.</summary>
    /// <param name="paper">The paper.</param>
    /// <param name="beforeId">A word in front of the id, for readers who do not know an id when they see one.</param>
    public static string Details(Paper paper, string beforeId = "") => string.Join("; ", DetailParts(paper, beforeId).Where(p => p.Length > 0));

    /// <summary>"28 July 2025", or "28 July" where the year is not known.</summary>
    public static string Day(ListedDate date)
    {
        var month = CultureInfo.InvariantCulture.DateTimeFormat.GetMonthName(date.Month);
        return date.Year is { } year
            ? string.Create(CultureInfo.InvariantCulture, $"{date.Day} {month} {year}")
            : string.Create(CultureInfo.InvariantCulture, $"{date.Day} {month}");
    }

    /// <summary>That a work does not stand any more, before all else; empty for one that does.</summary>
    public static string StatusNotice(PaperStatus status) => status switch
    {
        PaperStatus.Withdrawn => "WITHDRAWN by its authors",
        PaperStatus.Retracted => "RETRACTED by its publisher",
        _ => "",
    };

    private static IEnumerable<string> DetailParts(Paper paper, string beforeId)
    {
        yield return StatusNotice(paper.Status);
        yield return Authors(paper.Authors);
        yield return Published(paper);
        yield return beforeId + TerminalText.Line(paper.Id.Value);
        yield return TerminalText.Line(paper.Url);
        yield return paper.Kind == PaperKind.Summary ? SummaryNotice : "";
    }

    private static string Authors(IReadOnlyList<string> authors) => authors.Count switch
    {
        0 => "",
        > NamedAuthors => TerminalText.Line(authors[0]) + " et al.",
        _ => string.Join(", ", authors.Select(TerminalText.Line)),
    };

    // A venue often names its year already: "ICLR 2024" is not to become "ICLR 2024 2024".
    private static string Published(Paper paper)
    {
        var year = paper.Year?.ToString(CultureInfo.InvariantCulture) ?? "";
        var venue = TerminalText.Line(paper.Venue);
        if (venue.Length == 0 && year.Length == 0)
        {
            return paper.Listed is { } listed ? "listed " + Day(listed) : "";
        }

        return year.Length > 0 && venue.Contains(year, StringComparison.Ordinal) ? venue : $"{venue} {year}".Trim();
    }
}
