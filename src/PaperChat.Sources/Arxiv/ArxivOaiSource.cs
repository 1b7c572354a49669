using PaperChat.Sources.Inputs;
using PaperChat.Sources.Records;
using PaperChat.Sources.Xml;

namespace PaperChat.Sources.Arxiv;

/// <summary>
/// Answers of an OAI-PMH service (https://www.openarchives.org/OAI/openarchivesprotocol.html) to ListRecords and GetRecord, in arXiv's
/// formats <c>arXiv</c> and <c>arXivRaw</c> or in <c>oai_dc</c>. An error of the service and a deleted record are reported.
/// </summary>
internal sealed class ArxivOaiSource(SourceInput input, SourceOptions options) : XmlRecordSource(SourceFormats.ArxivOai, input, options)
{
    private static readonly string[] RecordAndError = ["record", "error"];

    protected override IReadOnlyCollection<string> Records => RecordAndError;

    protected override bool Fill(RecordBuilder builder, XmlNode element)
    {
        if (element.Name == "error")
        {
            builder.Fail($"The service answered with an error ({Excerpt.Of(element.Attribute("code"))}): {Excerpt.Of(WrappedText.OneLine(element.Text))}");
            return true;
        }

        var header = element.First("header");
        if (header?.Attribute("status") == "deleted")
        {
            builder.Fail($"The service has deleted this record ({Excerpt.Of(header.TextOf("identifier"))}): there is nothing in it to read.");
            return true;
        }

        Fill(builder, element.First("metadata"), header);
        return true;
    }

    private static void Fill(RecordBuilder builder, XmlNode? metadata, XmlNode? header)
    {
        switch (metadata)
        {
            case null:
                builder.Fail("The record has no metadata.");
                break;
            case var _ when metadata.First("arXivRaw") is { } raw:
                OaiMetadata.FillRaw(builder, raw);
                break;
            case var _ when metadata.First("arXiv") is { } own:
                OaiMetadata.FillArxiv(builder, own);
                break;
            case var _ when metadata.First("dc") is { } core:
                OaiMetadata.FillDublinCore(builder, core, header);
                break;
            default:
                builder.Fail("The record's metadata is in none of the formats arXiv, arXivRaw and oai_dc: ask the service for one of these.");
                break;
        }
    }
}
