using System.Text;
using PaperChat.Hosting.Teams;

namespace PaperChat.Ingestion.Digests;

/// <summary>A digest as one message of Teams: titles that open their papers, quotes below them.</summary>
internal static class DigestTeamsText
{
    public static string Write(DigestPage page)
    {
        ArgumentNullException.ThrowIfNull(page);
        var text = new StringBuilder($"**{TeamsMarkdown.Escape(page.Title)}**\n\n{TeamsMarkdown.Escape(page.Introduction)}\n");
        foreach (var section in page.Sections)
        {
            text.Append(section.Heading.Length == 0 ? "" : $"\n**{TeamsMarkdown.Escape(section.Heading)}**\n");
            foreach (var item in section.Items)
            {
                Write(text.Append('\n'), item);
            }
        }

        return text.ToString().TrimEnd();
    }

    private static void Write(StringBuilder text, PageItem item)
    {
        List<string> lines = [];
        if (item.Number is { } number)
        {
            lines.Add($"[{number}] {TeamsMarkdown.Link(item.Title, item.Url)}");
        }

        lines.AddRange(item.Details.Length == 0 ? [] : [TeamsMarkdown.Escape(item.Details)]);
        text.Append(string.Join("  \n", lines)).Append(lines.Count > 0 ? "\n" : "");
        foreach (var quote in item.Quotes)
        {
            var lead = quote.Lead.Length == 0 ? "" : TeamsMarkdown.Escape(quote.Lead) + ": ";
            text.Append($"\n> {lead}“{TeamsMarkdown.Escape(quote.Text)}”{string.Concat(quote.Citations.Select(c => $" [{c}]"))}\n");
        }

        text.Append(item.Code is { } code ? $"\nCode: {TeamsMarkdown.Link(code, code)}\n" : "");
    }
}
