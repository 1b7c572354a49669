using PaperChat.Sources.Html;
using PaperChat.Sources.Records;

namespace PaperChat.Sources.Documents;

/// <summary>
/// A paper as a page of HTML: what it states for search engines in <c>citation_</c> elements (the convention of Google Scholar and
/// Highwire Press), then its headings and paragraphs.
/// </summary>
internal static class HtmlDocument
{
    public static void Fill(RecordBuilder builder, string html)
    {
        List<HtmlToken> tokens = [.. new HtmlTokenizer(html).Read()];
        var blocks = HtmlBlocks.Of(Content(tokens)).Where(b => b.Text.Length > 0).ToList();
        var stated = Stated(tokens);
        var title = First(stated, "citation_title") ?? blocks.Find(b => b.Heading == "h1")?.Text ?? TitleElement(tokens);
        DocumentReading.Fill(builder, [.. blocks.Select(b => new DocumentParagraph(b.Text, [b.Text], 1) { IsHeading = b.Heading.Length > 0 })], title);
        if (stated.TryGetValue("citation_author", out var authors))
        {
            builder.Set(RecordField.Authors, authors);
        }

        builder.Set(RecordField.Doi, First(stated, "citation_doi") ?? "");
        builder.Set(RecordField.Arxiv, First(stated, "citation_arxiv_id") ?? "");
        builder.Set(RecordField.Venue, First(stated, "citation_conference_title") ?? First(stated, "citation_journal_title") ?? "");
        if (First(stated, "citation_abstract") is { } text)
        {
            builder.Set(RecordField.Abstract, text);
        }

        if (RecordDate.Of(First(stated, "citation_publication_date") ?? First(stated, "citation_date") ?? "") is { } date)
        {
            builder.SetYear(date.Year);
        }
    }

    // The title of the window and menus are no part of the paper.
    private static IEnumerable<HtmlToken> Content(IEnumerable<HtmlToken> tokens)
    {
        string[] outside = ["head", "nav", "footer", "button", "form"];
        var skipped = "";
        foreach (var token in tokens)
        {
            if (skipped.Length > 0)
            {
                skipped = token.Name == skipped && token.IsEnd ? "" : skipped;
            }
            else if (!token.IsEnd && outside.Contains(token.Name))
            {
                skipped = token.Name;
            }
            else
            {
                yield return token;
            }
        }
    }

    private static Dictionary<string, List<string>> Stated(IEnumerable<HtmlToken> tokens)
    {
        var stated = new Dictionary<string, List<string>>(StringComparer.OrdinalIgnoreCase);
        foreach (var token in tokens.Where(t => t.Name == "meta"))
        {
            if (token.Attributes.TryGetValue("name", out var name) && token.Attributes.TryGetValue("content", out var content) && !string.IsNullOrWhiteSpace(content))
            {
                (stated.TryGetValue(name, out var list) ? list : stated[name] = []).Add(WrappedText.OneLine(content));
            }
        }

        return stated;
    }

    private static string? First(Dictionary<string, List<string>> stated, string name) => stated.TryGetValue(name, out var values) ? values[0] : null;

    private static string? TitleElement(List<HtmlToken> tokens)
    {
        var at = tokens.FindIndex(t => t.Name == "title" && !t.IsEnd);
        return at >= 0 && at + 1 < tokens.Count && !string.IsNullOrWhiteSpace(tokens[at + 1].Text) ? WrappedText.OneLine(tokens[at + 1].Text) : null;
    }
}
