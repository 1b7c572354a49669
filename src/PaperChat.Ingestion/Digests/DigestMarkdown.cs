using System.Text;

namespace PaperChat.Ingestion.Digests;

/// <summary>Digests in Markdown, the newest first.</summary>
internal static class DigestMarkdown
{
    private const string Special = @"\`*_[]<>#|~&";

    public static string Write(IReadOnlyList<DigestPage> pages)
    {
        ArgumentNullException.ThrowIfNull(pages);
        var text = new StringBuilder();
        foreach (var page in pages)
        {
            text.Append(text.Length == 0 ? "" : "\n").Append($"# {Escape(page.Title)}\n\n{Escape(page.Introduction)}\n");
            foreach (var section in page.Sections)
            {
                text.Append(section.Heading.Length == 0 ? "" : $"\n## {Escape(section.Heading)}\n");
                foreach (var item in section.Items)
                {
                    Write(text.Append('\n'), item);
                }
            }
        }

        return text.ToString();
    }

    private static void Write(StringBuilder text, PageItem item)
    {
        List<string> lines = [];
        if (item.Number is { } number)
        {
            lines.Add($"**\\[{number}\\] {Link(item.Url, item.Title)}**");
        }

        lines.AddRange(item.Details.Length == 0 ? [] : [Escape(item.Details)]);
        text.Append(string.Join("  \n", lines)).Append(lines.Count > 0 ? "\n" : "");
        foreach (var quote in item.Quotes)
        {
            var lead = quote.Lead.Length == 0 ? "" : Escape(quote.Lead) + ": ";
            text.Append($"\n> {lead}“{Escape(quote.Text)}”{string.Concat(quote.Citations.Select(c => $" \\[{c}\\]"))}\n");
        }

        text.Append(item.Code is { } code ? $"\nCode: {Link(code, code)}\n" : "");
    }

    private static string Link(string? url, string text) => url is null
        ? Escape(text)
        : $"[{Escape(text)}](<{url.Replace("<", "%3C", StringComparison.Ordinal).Replace(">", "%3E", StringComparison.Ordinal)}>)";

    // Markup in a title stays what it is: characters.
    private static string Escape(string text)
    {
        var escaped = new StringBuilder(text.Length);
        foreach (var character in text)
        {
            escaped.Append(Special.Contains(character, StringComparison.Ordinal) ? "\\" : "").Append(character);
        }

        return escaped.ToString();
    }
}
