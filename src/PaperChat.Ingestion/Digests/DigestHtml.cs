using System.Net;
using System.Text;

namespace PaperChat.Ingestion.Digests;

/// <summary>
/// A digest in HTML without anything from elsewhere: no script, no picture, and styles on the elements themselves, as programs for mail
/// drop all others. All texts are escaped.
/// </summary>
internal static class DigestHtml
{
    private const string Font = "font-family:-apple-system,'Segoe UI',Roboto,Helvetica,Arial,sans-serif";
    private const string Muted = "color:#57606a;font-size:14px";

    /// <summary>A whole page of one digest or of several, the newest first.</summary>
    public static string WritePage(string title, IReadOnlyList<DigestPage> pages, string? unsubscribe)
    {
        ArgumentNullException.ThrowIfNull(pages);
        var text = new StringBuilder(
            $"""
            <!DOCTYPE html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <title>{Escape(title)}</title>
            </head>
            <body style="margin:0;padding:0;background:#f6f8fa">
            <div style="max-width:640px;margin:0 auto;padding:24px 20px;background:#ffffff;color:#1f2328;{Font};font-size:16px;line-height:1.5">

            """);
        foreach (var page in pages)
        {
            text.Append($"<h1 style=\"font-size:22px;line-height:1.3;margin:0 0 4px\">{Escape(page.Title)}</h1>\n").Append(WriteBody(page));
        }

        if (unsubscribe is not null)
        {
            text.Append($"<p style=\"{Muted};border-top:1px solid #d0d7de;margin:32px 0 0;padding-top:12px\"><a href=\"{Escape(unsubscribe)}\" style=\"color:#57606a\">No more of these</a></p>\n");
        }

        return text.Append("</div>\n</body>\n</html>\n").ToString();
    }

    /// <summary>What stands below the title.</summary>
    public static string WriteBody(DigestPage page)
    {
        ArgumentNullException.ThrowIfNull(page);
        var text = new StringBuilder($"<p style=\"{Muted};margin:0 0 16px\">{Escape(page.Introduction)}</p>\n");
        foreach (var section in page.Sections)
        {
            text.Append(section.Heading.Length == 0 ? "" : $"<h2 style=\"font-size:17px;margin:28px 0 8px;padding-bottom:4px;border-bottom:1px solid #d0d7de\">{Escape(section.Heading)}</h2>\n");
            foreach (var item in section.Items)
            {
                Write(text, item);
            }
        }

        return text.ToString();
    }

    private static void Write(StringBuilder text, PageItem item)
    {
        text.Append("<div style=\"margin:0 0 20px\">\n");
        if (item.Number is { } number)
        {
            text.Append($"<div style=\"font-weight:600\"><span style=\"color:#57606a;font-weight:400\">[{number}]</span> {Link(item.Url, item.Title)}</div>\n");
        }

        text.Append(item.Details.Length == 0 ? "" : $"<div style=\"{Muted}\">{Escape(item.Details)}</div>\n");
        foreach (var quote in item.Quotes)
        {
            var lead = quote.Lead.Length == 0 ? "" : $"<span style=\"color:#57606a\">{Escape(quote.Lead)}:</span> ";
            text.Append($"<blockquote style=\"margin:6px 0;padding:0 0 0 12px;border-left:3px solid #d0d7de\">{lead}“{Escape(quote.Text)}” <span style=\"color:#57606a\">{string.Join(' ', quote.Citations.Select(c => $"[{c}]"))}</span></blockquote>\n");
        }

        text.Append(item.Code is { } code ? $"<div style=\"font-size:14px\">Code: {Link(code, code)}</div>\n" : "").Append("</div>\n");
    }

    private static string Link(string? url, string text) =>
        url is null ? Escape(text) : $"<a href=\"{Escape(url)}\" style=\"color:#0969da;text-decoration:none;overflow-wrap:anywhere\">{Escape(text)}</a>";

    private static string Escape(string text) => WebUtility.HtmlEncode(text);
}
