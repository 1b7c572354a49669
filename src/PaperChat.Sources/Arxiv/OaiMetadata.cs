using System.Globalization;
using PaperChat.Bibliography;
using PaperChat.Sources.Records;
using PaperChat.Sources.Xml;

namespace PaperChat.Sources.Arxiv;

/// <summary>The three formats of metadata that arXiv's OAI-PMH service gives.</summary>
internal static class OaiMetadata
{
    /// <summary>http://arxiv.org/OAI/arXiv/: names in parts, the days of the first version and of the last.</summary>
    public static void FillArxiv(RecordBuilder builder, XmlNode item)
    {
        FillCommon(builder, item);
        builder.Set(RecordField.Authors, [.. (item.First("authors")?.All("author") ?? []).Select(Name).Where(n => n.Length > 0)]);
        var created = RecordDate.Of(item.TextOf("created"));
        ArxivRecord.SetVersion(builder, null, created, RecordDate.Of(item.TextOf("updated")) ?? created);
    }

    /// <summary>http://arxiv.org/OAI/arXivRaw/: every version with its time, all names in one text.</summary>
    public static void FillRaw(RecordBuilder builder, XmlNode item)
    {
        FillCommon(builder, item);
        builder.Set(RecordField.Authors, ArxivAuthors.Read(item.TextOf("authors")));
        var versions = item.All("version").Select(v => (Number: Number(v.Attribute("version")), Day: RecordDate.Of(v.TextOf("date")))).OrderBy(v => v.Number).ToArray();
        ArxivRecord.SetVersion(builder, versions.Length > 0 && versions[^1].Number > 0 ? versions[^1].Number : null, versions.FirstOrDefault().Day, versions.LastOrDefault().Day);
    }

    /// <summary>Dublin Core, of any service: several dates, of which the first is the paper's; several descriptions, the comment among them.</summary>
    public static void FillDublinCore(RecordBuilder builder, XmlNode item, XmlNode? header)
    {
        string[] descriptions = [.. item.All("description").Select(d => d.Text.Trim())];
        var comment = descriptions.FirstOrDefault(IsComment) ?? "";
        ArxivRecord.SetTexts(builder, item.TextOf("title"), descriptions.FirstOrDefault(d => !IsComment(d)) ?? "", comment);
        builder.Set(RecordField.Authors, [.. item.All("creator").Select(c => PersonName.Parse(WrappedText.OneLine(c.Text)).ToString()).Where(n => n.Length > 0)]);
        builder.Set(RecordField.Keywords, [.. item.All("subject").Select(s => WrappedText.OneLine(s.Text)).Where(s => s.Length > 0)]);
        DateOnly[] days = [.. item.All("date").Select(d => RecordDate.Of(d.Text)).OfType<DateOnly>()];
        ArxivRecord.SetVersion(builder, null, days.Length > 0 ? days.Min() : null, days.Length > 0 ? days.Max() : null);
        SetIdentifiers(builder, [.. item.All("identifier").Select(i => i.Text.Trim())], header?.TextOf("identifier") ?? "");
    }

    private static void FillCommon(RecordBuilder builder, XmlNode item)
    {
        ArxivRecord.SetId(builder, item.TextOf("id"));
        ArxivRecord.SetTexts(builder, item.TextOf("title"), item.TextOf("abstract"), item.TextOf("comments"));
        builder.Set(RecordField.Categories, item.TextOf("categories"));
        builder.Set(RecordField.Venue, WrappedText.OneLine(item.TextOf("journal-ref")));
        builder.Set(RecordField.Doi, item.TextOf("doi").Split(' ')[0]);
    }

    private static void SetIdentifiers(RecordBuilder builder, string[] identifiers, string own)
    {
        const string Oai = "oai:arXiv.org:";
        if (own.StartsWith(Oai, StringComparison.OrdinalIgnoreCase))
        {
            ArxivRecord.SetId(builder, own[Oai.Length..]);
        }
        else
        {
            builder.Set(RecordField.Key, own);
            builder.Set(RecordField.Url, identifiers.FirstOrDefault(i => i.StartsWith("http", StringComparison.OrdinalIgnoreCase)) ?? "");
        }

        builder.Set(RecordField.Doi, identifiers.FirstOrDefault(i => i.StartsWith("doi:", StringComparison.OrdinalIgnoreCase) || i.Contains("doi.org/10.", StringComparison.OrdinalIgnoreCase)) ?? "");
    }

    private static bool IsComment(string text) => text.StartsWith("Comment:", StringComparison.Ordinal);

    private static string Name(XmlNode author) => ArxivAuthors.Join(author.TextOf("keyname"), author.TextOf("forenames"), author.TextOf("suffix"));

    private static int Number(string version) => int.TryParse(version.AsSpan().TrimStart('v'), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;
}
