using System.Buffers;
using System.Text;
using System.Text.RegularExpressions;
using PaperChat.Sources.Csv;
using PaperChat.Sources.DailyPapers;
using PaperChat.Sources.Documents;
using PaperChat.Sources.Inputs;
using PaperChat.Sources.Json;
using PaperChat.Sources.Markdown;

namespace PaperChat.Sources;

/// <summary>Tells a format by the first decoded bytes of an input.</summary>
internal static partial class FormatRecognizer
{
    private const string WhatIsRead = "docs/formats.md lists what PaperChat reads; --format forces one of these formats.";

    // Control characters that no text holds: all but tab, line feed, vertical tab, form feed, carriage return and escape.
    private static readonly SearchValues<byte> Binary = SearchValues.Create(
        [.. Enumerable.Range(0, 32).Where(value => value is not (>= 9 and <= 13 or 27)).Select(value => (byte)value)]);

    public static RecognizedFormat Recognize(ReadOnlySpan<byte> head, bool isAll, SourceOptions options)
    {
        if (head.StartsWith("%PDF"u8))
        {
            return options.Format is null or SourceFormats.Pdf ? RecognizedFormat.Of(SourceFormats.Pdf) : RecognizedFormat.Hopeless("is a PDF document, whatever --format says.");
        }

        if (OtherFile(head) is { } other)
        {
            return RecognizedFormat.Hopeless(other);
        }

        var text = Encoding.UTF8.GetString(head).TrimStart('\uFEFF').TrimStart();
        return text switch
        {
            "" => RecognizedFormat.Hopeless(isAll ? "is empty: there is no paper in it." : "begins with nothing but blanks."),
            ['{' or '[', ..] when text[0] == '{' || IsArray(text) => JsonHead.Recognize(text, head, isAll, options),
            ['<', ..] => Markup(text),
            _ when MarkdownSource.Recognize(text) && !RisReference().IsMatch(text) && !BibtexEntry().IsMatch(text) => RecognizedFormat.Of(SourceFormats.Markdown),
            _ when PageLayout.HasHeading(text) => RecognizedFormat.Of(SourceFormats.DailyPapers),
            _ when RisReference().IsMatch(text) => RecognizedFormat.Of(SourceFormats.Ris),
            _ when BibtexEntry().IsMatch(text) => RecognizedFormat.Of(SourceFormats.Bibtex),
            _ when CsvHeader.Recognize(text, options.Columns) is not null => RecognizedFormat.Of(SourceFormats.Csv),
            _ when DocumentHeadings.AreIn(text) => RecognizedFormat.Of(SourceFormats.Text),
            _ => RecognizedFormat.Unknown("is in no format that holds papers: it has no heading \"Daily Papers\", no JSON objects, no CSV header with a title column (--map title=NAME names it), no list that links to papers, no BibTeX entry, no RIS tag TY and no heading \"Abstract\" or \"Introduction\" (--format text reads it as one document in any case). " + WhatIsRead),
        };
    }

    // "[Title](address)" begins with a bracket too.
    private static bool IsArray(string text) => text.AsSpan(1).TrimStart() is ['{' or '[' or ']' or '"' or 'n' or '-' or (>= '0' and <= '9'), ..] or [];

    private static RecognizedFormat Markup(string text) =>
        Oai().IsMatch(text) ? RecognizedFormat.Of(SourceFormats.ArxivOai)
        : AtomFeed().IsMatch(text) ? RecognizedFormat.Of(SourceFormats.ArxivAtom)
        : AclCollection().IsMatch(text) ? RecognizedFormat.Of(SourceFormats.AclXml)
        : !Html().IsMatch(text) ? RecognizedFormat.Unknown("looks like XML that PaperChat does not know: it reads Atom feeds, OAI-PMH answers and collections of the ACL Anthology.")
        : HtmlOfPapers().IsMatch(text) ? RecognizedFormat.Of(SourceFormats.DailyPapersHtml)
        : HtmlOfDocument().IsMatch(text) ? RecognizedFormat.Of(SourceFormats.Html)
        : LinksToPapers().IsMatch(text) ? RecognizedFormat.Of(SourceFormats.DailyPapersHtml)
        : RecognizedFormat.Unknown("looks like HTML, and neither like a Daily Papers page nor like a paper with an abstract. --format html reads it as one document; a list of papers can be saved as text (all of it selected, copied and pasted into a text file).");

    private static string? OtherFile(ReadOnlySpan<byte> head) => head switch
    {
        _ when ZipInputs.IsZip(head) => "is a zip archive in another archive or in gzip. Unpack it and name the files in it.",
        _ when head.ContainsAny(Binary) => "is a binary file, not text. " + WhatIsRead,
        _ => null,
    };

    [GeneratedRegex(@"(^|[\r\n])TY {1,2}- ?[A-Z]{2,8}\s")]
    private static partial Regex RisReference();

    [GeneratedRegex(@"(^|[\r\n])[ \t]*@\s*((article|book\w*|in\w+|conference|\w*proceedings|\w*collection|\w+thesis|thesis|report|techreport|manual|misc|online|electronic|dataset|software|unpublished|preprint|patent|string|preamble|comment)\s*[{(]|\w{1,30}\s{0,9}[{(]\s{0,9}[^\s,{}()=""]{0,200}\s{0,9},\s{0,99}[\w-]{1,40}\s{0,99}=)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex BibtexEntry();

    [GeneratedRegex(@"<(\w+:)?OAI-PMH[\s>]|<(\w+:)?(ListRecords|GetRecord)[\s>]|<record[\s>][\s\S]{0,2000}?<(\w+:)?header[\s>]")]
    private static partial Regex Oai();

    [GeneratedRegex(@"<(\w+:)?feed[\s>]|<(\w+:)?entry[\s>]")]
    private static partial Regex AtomFeed();

    [GeneratedRegex(@"<collection\s[^<>]*\bid\s*=|<volume\s[^<>]*\bid\s*=")]
    private static partial Regex AclCollection();

    [GeneratedRegex(@"<!doctype\s+html|<(html|head|body|div|main|article|section|p|meta|script|h[1-6]|ul|table)[\s>]", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Html();

    [GeneratedRegex(@"data-props|Daily\s+Papers|href=[""']?/papers/\d|huggingface\.co/papers", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex HtmlOfPapers();

    [GeneratedRegex(@"[""']?citation_title[""'\s]|>\s*abstract\s*[.:]?\s*<", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex HtmlOfDocument();

    [GeneratedRegex(@"huggingface\.co", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex LinksToPapers();
}
