using System.Text;

namespace PaperChat.Ingestion.Digests;

/// <summary>A digest as plain text, in lines of at most 78 characters but for addresses and long words.</summary>
internal static class DigestText
{
    private const int Width = 78;
    private const string Indent = "    ";

    public static string Write(DigestPage page, string? unsubscribe)
    {
        ArgumentNullException.ThrowIfNull(page);
        var text = new StringBuilder();
        Wrap(text, page.Title, "");
        Wrap(text, page.Introduction, "");
        foreach (var section in page.Sections)
        {
            if (section.Heading.Length > 0)
            {
                text.Append('\n').Append(section.Heading).Append('\n').Append('-', section.Heading.Length).Append('\n');
            }

            foreach (var item in section.Items)
            {
                Write(text.Append('\n'), item);
            }
        }

        if (unsubscribe is not null)
        {
            text.Append("\n-- \nNo more of these: ").Append(unsubscribe).Append('\n');
        }

        return text.ToString();
    }

    private static void Write(StringBuilder text, PageItem item)
    {
        if (item.Number is { } number)
        {
            Wrap(text, $"[{number}] {item.Title}", "", Indent);
        }

        if (item.Details.Length > 0)
        {
            Wrap(text, item.Details, item.Number is null ? "" : Indent);
        }

        foreach (var quote in item.Quotes)
        {
            var lead = quote.Lead.Length == 0 ? "" : quote.Lead + ": ";
            Wrap(text, $"{lead}“{quote.Text}”{string.Concat(quote.Citations.Select(c => $" [{c}]"))}", Indent);
        }

        if (item.Url is { } url)
        {
            text.Append(Indent).Append(url).Append('\n');
        }

        if (item.Code is { } code)
        {
            text.Append(Indent).Append("Code: ").Append(code).Append('\n');
        }
    }

    private static void Wrap(StringBuilder text, string line, string indent, string? hanging = null)
    {
        var (length, begun) = (0, false);
        foreach (var word in line.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            if (begun && length + 1 + word.Length > Width)
            {
                text.Append('\n');
                begun = false;
                indent = hanging ?? indent;
            }

            length = begun ? length + 1 + word.Length : indent.Length + word.Length;
            text.Append(begun ? " " : indent).Append(word);
            begun = true;
        }

        text.Append('\n');
    }
}
