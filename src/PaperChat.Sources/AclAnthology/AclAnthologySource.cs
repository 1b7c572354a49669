using System.Globalization;
using PaperChat.Papers;
using PaperChat.Sources.Inputs;
using PaperChat.Sources.Records;
using PaperChat.Sources.Xml;

namespace PaperChat.Sources.AclAnthology;

/// <summary>
/// A collection of the ACL Anthology (https://github.com/acl-org/acl-anthology, <c>data/xml</c>): papers in volumes, whose
/// <c>meta</c> has the book's title and year.
/// </summary>
internal sealed class AclAnthologySource(SourceInput input, SourceOptions options) : XmlRecordSource(SourceFormats.AclXml, input, options)
{
    private static readonly string[] PaperAndMeta = ["paper", "meta"];
    private static readonly string[] CollectionAndVolume = ["collection", "volume"];
    private string _collection = "";
    private string _volume = "";
    private string _book = "";
    private string _year = "";

    protected override IReadOnlyCollection<string> Records => PaperAndMeta;

    protected override IReadOnlyCollection<string> Holders => CollectionAndVolume;

    protected override void Enter(XmlNode holder)
    {
        if (holder.Name == "collection")
        {
            _collection = holder.Attribute("id");
        }

        _volume = holder.Name == "volume" ? holder.Attribute("id") : "";
        (_book, _year) = ("", "");
    }

    protected override bool Fill(RecordBuilder builder, XmlNode element)
    {
        if (element.Name == "meta")
        {
            _book = WrappedText.OneLine(element.First("booktitle") is { } title ? AclText.Plain(title) : "");
            _year = element.TextOf("year");
            return false;
        }

        builder.Set(RecordField.Title, WrappedText.OneLine(element.First("title") is { } own ? AclText.Plain(own) : ""));
        builder.Set(RecordField.Abstract, WrappedText.Unwrap(element.First("abstract") is { } text ? AclText.Plain(text) : ""));
        builder.Set(RecordField.Authors, [.. element.All("author").Select(AclText.Name).Where(n => n.Length > 0)]);
        builder.Set(RecordField.Venue, _book.Length > 0 ? _book : WrappedText.OneLine(element.TextOf("booktitle", "journal")));
        builder.Set(RecordField.Doi, element.TextOf("doi"));
        if (ReferenceYear.In(_year.Length > 0 ? _year : element.TextOf("year")) is { } year)
        {
            builder.SetYear(year);
        }

        SetId(builder, element);
        builder.SetStatus(element.First("retracted") is not null ? PaperStatus.Retracted : element.First("removed") is not null ? PaperStatus.Withdrawn : PaperStatus.Current);
        return true;
    }

    private void SetId(RecordBuilder builder, XmlNode element)
    {
        var url = element.TextOf("url");
        var id = url.Length > 0 && !url.Contains("://", StringComparison.Ordinal) ? url : Id(element.Attribute("id"));
        if (id.Length > 0)
        {
            builder.Set(RecordField.Key, "acl:" + id);
            builder.Set(RecordField.Url, $"https://aclanthology.org/{Uri.EscapeDataString(id)}/");
        }
        else
        {
            builder.Set(RecordField.Url, url);
        }
    }

    // https://aclanthology.org/info/ids: 2020.acl-main.12 since 2020, before P18-1012, of workshops W18-0112.
    private string Id(string paper)
    {
        if (_collection.Length == 0 || _volume.Length == 0 || paper.Length == 0)
        {
            return "";
        }

        if (_collection.Contains('.'))
        {
            return $"{_collection}-{_volume}.{paper}";
        }

        return int.TryParse(_volume, CultureInfo.InvariantCulture, out var volume) && int.TryParse(paper, CultureInfo.InvariantCulture, out var number)
            ? _collection is ['W', ..] or "C69" or "D19" && volume >= 5 ? $"{_collection}-{volume:D2}{number:D2}" : $"{_collection}-{volume}{number:D3}"
            : "";
    }
}
