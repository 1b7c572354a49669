using System.Globalization;
using System.Net;
using System.Text;
using PaperChat.Bibliography;
using PaperChat.Text;

namespace PaperChat.Review;

/// <summary>
/// A review as one page without anything from elsewhere: style and drawings are in it, scripts are forbidden by its own policy, and
/// all text of papers is escaped. Citations are numbers that lead to the references.
/// </summary>
public static class ReviewHtml
{
    private const string TitlePlace = "TITLE-OF-THE-REVIEW";

    private const string Head = $$"""
        <!DOCTYPE html>
        <html lang="en">
        <head>
        <meta charset="utf-8">
        <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <title>{{TitlePlace}}</title>
        <style>
        body { font: 1.05rem/1.55 Georgia, 'Times New Roman', serif; color: #1b1b1b; background: #fff; max-width: 46rem; margin: 2.5rem auto; padding: 0 1rem; }
        h1, h2 { font-family: system-ui, sans-serif; line-height: 1.25; } h1 { font-size: 1.8rem; } h2 { font-size: 1.25rem; margin-top: 2.4rem; }
        .note { color: #555; font-style: italic; } li { margin: .55rem 0; } a { color: #0a58a6; text-decoration: none; } a:hover { text-decoration: underline; }
        figure { margin: 1.5rem 0; overflow-x: auto; } figure svg { max-width: 100%; height: auto; } figcaption { color: #555; font-size: .9rem; }
        .wide { overflow-x: auto; } table { border-collapse: collapse; font-size: .85rem; line-height: 1.4; } th, td { text-align: left; vertical-align: top; padding: .35rem .6rem; border-bottom: 1px solid #ddd; min-width: 6rem; overflow-wrap: break-word; }
        </style>
        </head>
        <body>

        """;

    /// <param name="review">The review.</param>
    /// <param name="drawings">The drawings by the names of their files, as SVG.</param>
    public static string Write(LiteratureReview review, IReadOnlyDictionary<string, string> drawings)
    {
        ArgumentNullException.ThrowIfNull(review);
        ArgumentNullException.ThrowIfNull(drawings);
        var numbers = review.References.Select((r, i) => (r.Paper.Id, Number: i + 1)).ToDictionary(r => r.Id, r => r.Number);
        var text = new StringBuilder(Head.Replace(TitlePlace, Escape(review.Topic), StringComparison.Ordinal));
        var inList = false;
        foreach (var block in review.Blocks)
        {
            if (inList != block is ReviewBlock.Entry)
            {
                inList = !inList;
                text.Append(inList ? "<ul>\n" : "</ul>\n");
            }

            text.Append(block switch
            {
                ReviewBlock.Heading heading => $"<h{heading.Level}>{Escape(heading.Text)}</h{heading.Level}>\n",
                ReviewBlock.Note note => $"<p class=\"note\">{Escape(note.Text)}</p>\n",
                ReviewBlock.Paragraph paragraph => $"<p>{Quotes(paragraph.Sentences)}</p>\n",
                ReviewBlock.Entry entry => $"<li><strong>{Escape(TextCleaner.Clean(entry.Paper.Title).Text)}</strong>{(entry.Paper.Year is { } year ? FormattableString.Invariant($" ({year})") : "")}: {Quotes(entry.Sentences)}</li>\n",
                ReviewBlock.Picture picture when drawings.TryGetValue(picture.File, out var drawing) => $"<figure>\n{drawing}<figcaption>{Escape(picture.Caption)}</figcaption>\n</figure>\n",
                ReviewBlock.Table table => Table(table),
                _ => "",
            });
        }

        text.Append(inList ? "</ul>\n" : "").Append("<h2>References</h2>\n<ol>\n");
        foreach (var reference in review.References)
        {
            text.Append(CultureInfo.InvariantCulture, $"<li id=\"{reference.Key}\">{Reference(reference)}</li>\n");
        }

        return text.Append("</ol>\n</body>\n</html>\n").ToString();

        string Cites(IEnumerable<Papers.PaperId> papers) => string.Concat(papers.Where(numbers.ContainsKey).Select(p => $" <a href=\"#{review.References[numbers[p] - 1].Key}\">[{numbers[p]}]</a>"));

        string Quotes(IReadOnlyList<ReviewSentence> sentences) => string.Join(' ', sentences.Select(s => ReviewText.Sentence(s.Text, s.Verdict, Cites(s.Papers), Escape)));

        string Table(ReviewBlock.Table table) =>
            $"<div class=\"wide\"><table>\n<thead><tr>{string.Concat(table.Heads.Select(h => $"<th>{Escape(h)}</th>"))}</tr></thead>\n<tbody>\n"
            + string.Concat(table.Rows.Select(r => $"<tr>{string.Concat(r.Select(c => $"<td>{Cell(c)}</td>"))}</tr>\n")) + "</tbody>\n</table></div>\n";

        string Cell(ReviewCell cell) => string.Join(
            "; ", [.. cell.Statements.Select(s => ReviewText.IsName(s) ? Escape(s.Text) : Quoted(s)), .. cell.Text.Length == 0 ? (string[])[] : [Escape(cell.Text)]])
            + (cell.Cites is { } paper ? Cites([paper]) : "");
    }

    private static string Reference(BibliographyEntry reference)
    {
        var text = Escape(ApaReference.Write(reference.Paper));
        var url = reference.Paper.Url;
        return url is not null && (url.StartsWith("https://", StringComparison.OrdinalIgnoreCase) || url.StartsWith("http://", StringComparison.OrdinalIgnoreCase))
            ? $"{text} <a href=\"{Escape(url)}\" rel=\"noopener noreferrer\">link</a>" : text;
    }

    private static string Quoted(ReviewSentence sentence) => $"“{Escape(sentence.Text)}{(sentence.IsCut ? " …" : "")}”";

    private static string Escape(string text) => WebUtility.HtmlEncode(text);
}
