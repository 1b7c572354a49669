using System.Buffers;
using System.Text;
using System.Text.RegularExpressions;
using PaperChat.Sources.Csv;
using PaperChat.Sources.DailyPapers;
using PaperChat.Sources.Inputs;
using PaperChat.Sources.JsonLines;

namespace PaperChat.Sources;

/// <summary>Tells a format by the first decoded bytes of an input.</summary>
internal static partial class FormatRecognizer
{
    private const string WhatIsRead = "PaperChat reads saved Daily Papers pages, JSON Lines, CSV with a header, BibTeX, RIS and CSL-JSON; --format forces one of them.";

    // Control characters that no text holds: all but tab, line feed, vertical tab, form feed, carriage return and escape.
    private static readonly SearchValues<byte> Binary = SearchValues.Create(
        [.. Enumerable.Range(0, 32).Where(value => value is not (>= 9 and <= 13 or 27)).Select(value => (byte)value)]);

    public static RecognizedFormat Recognize(ReadOnlySpan<byte> head, bool isAll)
    {
        if (OtherFile(head) is { } other)
        {
            return RecognizedFormat.Hopeless(other);
        }

        var text = Encoding.UTF8.GetString(head).TrimStart('\uFEFF').TrimStart();
        return text switch
        {
            "" => RecognizedFormat.Hopeless(isAll ? "is empty: there is no paper in it." : "begins with nothing but blanks."),
            ['{', ..] => JsonLinesHead.Recognize(text, isAll),
            _ when PageLayout.HasHeading(text) => RecognizedFormat.Of(SourceFormats.DailyPapers),
            ['[', ..] when IsCslJson(text) => RecognizedFormat.Of(SourceFormats.CslJson),
            ['[', ..] => RecognizedFormat.Unknown("looks like a JSON array. Save it as JSON Lines: one object a line, without the brackets around them."),
            _ when RisReference().IsMatch(text) => RecognizedFormat.Of(SourceFormats.Ris),
            _ when BibtexEntry().IsMatch(text) => RecognizedFormat.Of(SourceFormats.Bibtex),
            ['<', ..] => RecognizedFormat.Unknown("looks like HTML or XML. Save a Daily Papers page as text (all of it selected, copied and pasted into a text file)."),
            _ when CsvHeader.Recognize(text) is not null => RecognizedFormat.Of(SourceFormats.Csv),
            _ => RecognizedFormat.Unknown("is in no format that holds papers: it has no heading \"Daily Papers\", no JSON objects, no CSV header with a title column, no BibTeX entry and no RIS tag TY. " + WhatIsRead),
        };
    }

    private static bool IsCslJson(string text) => text.AsSpan(1).TrimStart() is ['{', ..] && CslType().IsMatch(text);

    private static string? OtherFile(ReadOnlySpan<byte> head) => head switch
    {
        [(byte)'P', (byte)'K', 3, 4, ..] => "is a zip archive. Unpack it and name the files in it.",
        [(byte)'%', (byte)'P', (byte)'D', (byte)'F', ..] => "is a PDF document. PaperChat reads titles and abstracts: name a file that holds those.",
        _ when head.ContainsAny(Binary) => "is a binary file, not text. " + WhatIsRead,
        _ => null,
    };

    [GeneratedRegex(@"(^|\n)TY {1,2}- ?[A-Z]{2,8}\s")]
    private static partial Regex RisReference();

    [GeneratedRegex(@"(^|\n)[ \t]*@\s*(article|book\w*|in\w+|conference|\w*proceedings|\w*collection|\w+thesis|thesis|report|techreport|manual|misc|online|electronic|dataset|software|unpublished|preprint|patent|string|preamble|comment)\s*[{(]", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex BibtexEntry();

    // The types of items at https://docs.citationstyles.org/en/stable/specification.html#appendix-iii-types.
    [GeneratedRegex(@"""type""\s*:\s*""(article[a-z-]*|paper-conference|chapter|book|report|thesis|dataset|software|webpage|manuscript|document|post[a-z-]*|entry[a-z-]*|review[a-z-]*|speech|patent|periodical|standard)""")]
    private static partial Regex CslType();
}
