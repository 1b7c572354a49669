using System.Globalization;
using System.Text.RegularExpressions;
using PaperChat.Sources.Inputs;
using PaperChat.Sources.Records;
using PaperChat.Sources.Xml;

namespace PaperChat.Sources.Arxiv;

/// <summary>
/// An Atom feed, of arXiv's API or another one (RFC 4287): an entry is a paper. arXiv answers an error as a feed with one entry, which is
/// reported in its words.
/// </summary>
internal sealed partial class ArxivAtomSource(SourceInput input, SourceOptions options) : XmlRecordSource(SourceFormats.ArxivAtom, input, options)
{
    private static readonly string[] Entry = ["entry"];

    protected override IReadOnlyCollection<string> Records => Entry;

    protected override bool Fill(RecordBuilder builder, XmlNode element)
    {
        var id = element.TextOf("id");
        if (id.Contains("arxiv.org/api/errors", StringComparison.OrdinalIgnoreCase))
        {
            builder.Fail($"arXiv answered with an error: {Excerpt.Of(WrappedText.OneLine(element.TextOf("summary")))}");
            return true;
        }

        ArxivRecord.SetTexts(builder, Text(element.First("title")), Text(element.First("summary", "content", "description")), element.TextOf("comment"));
        builder.Set(RecordField.Authors, [.. element.All("author").Select(Name).Where(n => n.Length > 0)]);
        builder.Set(RecordField.Categories, [.. element.All("primary_category").Concat(element.All("category")).Select(c => c.Attribute("term").Trim()).Where(t => t.Length > 0).Distinct(StringComparer.Ordinal)]);
        builder.Set(RecordField.Venue, WrappedText.OneLine(element.TextOf("journal_ref")));
        builder.Set(RecordField.Doi, element.TextOf("doi"));
        SetAddress(builder, element, id);
        return true;
    }

    private static void SetAddress(RecordBuilder builder, XmlNode element, string id)
    {
        var version = default(int?);
        if (ArxivAddress().Match(id) is { Success: true } match)
        {
            ArxivRecord.SetId(builder, match.Groups["id"].Value);
            version = int.TryParse(match.Groups["version"].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
        }
        else
        {
            var link = element.All("link").FirstOrDefault(l => l.Attribute("rel") is "" or "alternate");
            builder.Set(RecordField.Url, link?.Attribute("href") is { Length: > 0 } address ? address : id.StartsWith("http", StringComparison.OrdinalIgnoreCase) ? id : "");
        }

        ArxivRecord.SetVersion(
            builder, version, RecordDate.Of(element.TextOf("published", "issued", "created", "updated", "modified")), RecordDate.Of(element.TextOf("updated", "modified")));
    }

    private static string Name(XmlNode author) => WrappedText.OneLine(author.TextOf("name") is { Length: > 0 } name ? name : author.First("email", "uri") is null ? author.Text : "");

    // RFC 4287, 3.1: a text may be HTML in escapes, or elements of XHTML.
    private static string Text(XmlNode? node) => node is null ? ""
        : node.Attribute("type") is "html" or "text/html" ? MarkupText.Plain(node.Text)
        : node.Text;

    [GeneratedRegex(@"arxiv\.org/(abs|pdf)/(?<id>([a-z-]+(\.[A-Z]{2})?/\d{7}|\d{4}\.\d{4,5}))(v(?<version>\d{1,3}))?(?!\d)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex ArxivAddress();
}
