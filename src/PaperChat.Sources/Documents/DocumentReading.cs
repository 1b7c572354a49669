using System.Text;
using System.Text.RegularExpressions;
using PaperChat.Papers;
using PaperChat.Sources.Records;

namespace PaperChat.Sources.Documents;

/// <summary>
/// Makes one paper of a document's paragraphs: title, authors and abstract from its beginning, the rest as its body, in which U+000C parts
/// the pages. The body ends where the references begin: they say nothing of their own.
/// </summary>
internal static partial class DocumentReading
{
    private const int LongestAbstract = 4_000;
    private const int FrontParagraphs = 40;
    private const int TitleLines = 3;
    private const int LongestTitle = 300;

    // A title or a list of names on one line is no longer.
    private const int LongestLine = 1_000;

    // What is longer and ends as a sentence is text.
    private const int LongestFront = 120;

    /// <param name="builder">Where the fields go.</param>
    /// <param name="paragraphs">In the order of the document.</param>
    /// <param name="title">The title where the document states it apart; null to find it.</param>
    public static void Fill(RecordBuilder builder, IReadOnlyList<DocumentParagraph> paragraphs, string? title)
    {
        var (at, _) = paragraphs.Take(FrontParagraphs).Index().FirstOrDefault(p => IsAbstract(p.Item), (-1, null!));
        var front = at >= 0 ? [.. paragraphs.Take(at)] : paragraphs.Take(FrontParagraphs).TakeWhile((p, i) => p.Page == 1 && (i == 0 || !BeginsText(p))).ToArray();
        string[] lines = [.. front.SelectMany(p => p.Lines.Append("")).Where(l => l.Length <= LongestLine).SkipWhile(IsNoTitle)];
        string[] ofTitle = title is null ? [.. lines.TakeWhile((l, i) => l.Length > 0 && (i == 0 || (i < TitleLines && !IsUnderTitle(l))))] : [];
        var under = lines.Skip(ofTitle.Length).Where(l => l != title).ToArray();
        builder.Set(RecordField.Kind, nameof(PaperKind.Document));
        builder.Set(RecordField.Title, title ?? Short(WrappedText.OneLine(string.Join(' ', ofTitle))));
        builder.Set(RecordField.Authors, DocumentNames.In(under.Where(l => l.Length > 0)));
        foreach (var line in front.SelectMany(p => p.Lines).Where(l => l.Length <= LongestLine))
        {
            SetIds(builder, line);
        }

        var (text, next) = at >= 0 ? AbstractAt(paragraphs, at) : ("", front.Length);
        builder.Set(RecordField.Abstract, text);
        builder.Set(RecordField.Body, BodyOf(paragraphs.Skip(next)));
    }

    // The texts of a slide are one line: no title is so long.
    private static string Short(string title) =>
        title.Length <= LongestTitle ? title : title[..Math.Max(1, title.LastIndexOf(' ', LongestTitle))];

    private static bool IsAbstract(DocumentParagraph paragraph) =>
        DocumentHeadings.IsAbstract(paragraph.Text) || DocumentHeadings.BeginsAbstract(paragraph.Text, out _);

    // Without an abstract the text begins with the first section or the first sentences.
    private static bool BeginsText(DocumentParagraph paragraph) => DocumentHeadings.IsOne(paragraph.Text)
        || (paragraph.Text.Length > LongestFront && paragraph.Text[^1] is '.' or '!' or '?');

    private static bool IsNoTitle(string line) => line.Length < 3 || !line.Any(char.IsLetter) || Stamp().IsMatch(line);

    private static bool IsUnderTitle(string line) => line.Contains('@', StringComparison.Ordinal) || DocumentNames.IsList(line);

    private static void SetIds(RecordBuilder builder, string line)
    {
        if (ArxivStamp().Match(line) is { Success: true } stamp)
        {
            builder.Set(RecordField.Arxiv, stamp.Groups["id"].Value);
            builder.Set(RecordField.Year, stamp.Groups["year"].Value);
        }

        if (Doi().Match(line) is { Success: true } doi)
        {
            builder.Set(RecordField.Doi, doi.Value.TrimEnd('.', ',', ';', ')'));
        }
    }

    private static (string Text, int Next) AbstractAt(IReadOnlyList<DocumentParagraph> paragraphs, int at)
    {
        var text = new StringBuilder(DocumentHeadings.BeginsAbstract(paragraphs[at].Text, out var rest) ? rest : "");
        var next = at + 1;
        while (next < paragraphs.Count && text.Length < LongestAbstract && !EndsAbstract(paragraphs[next], text.Length > 0))
        {
            text.Append(text.Length > 0 ? "\n\n" : "").Append(paragraphs[next].Text);
            next++;
        }

        return (text.Replace(Paper.PageBreak, ' ').ToString().Trim(), next);
    }

    private static bool EndsAbstract(DocumentParagraph paragraph, bool hasText) =>
        DocumentHeadings.EndsAbstract(paragraph.Text) || (hasText && (paragraph.IsHeading || DocumentHeadings.IsOne(paragraph.Text)));

    private static string BodyOf(IEnumerable<DocumentParagraph> paragraphs)
    {
        var body = new StringBuilder();
        var page = 1;
        foreach (var paragraph in paragraphs.TakeWhile(p => !DocumentHeadings.BeginsReferences(p.Text)).Where(p => !DocumentHeadings.IsKeywords(p.Text)))
        {
            body.Append(body.Length > 0 && page >= paragraph.Page ? "\n\n" : "");
            for (; page < paragraph.Page; page++)
            {
                body.Append(Paper.PageBreak);
            }

            body.Append(paragraph.Text);
            page += paragraph.Text.AsSpan().Count(Paper.PageBreak);
        }

        return body.ToString();
    }

    [GeneratedRegex(@"^arxiv:|^(published|accepted|under review|preprint|to appear|proceedings|submitted|draft|technical report|working paper|journal of|vol\.|copyright|©|doi|https?:)|^\d{1,2}\s+\p{L}{3,9}\s+\d{4}$|^(19|20)\d\d$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Stamp();

    [GeneratedRegex(@"arXiv:(?<id>\d{4}\.\d{4,5})(v\d+)?(\s*\[[^\]]+\])?(.*?\b(?<year>(19|20)\d\d)\b)?", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex ArxivStamp();

    [GeneratedRegex(@"\b10\.\d{4,9}/[^\s""<>]+", RegexOptions.CultureInvariant)]
    private static partial Regex Doi();
}
