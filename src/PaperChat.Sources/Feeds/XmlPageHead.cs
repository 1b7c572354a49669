using System.Globalization;
using System.Xml;
using PaperChat.Ingestion;

namespace PaperChat.Sources.Feeds;

/// <summary>What an Atom or OAI-PMH answer says of itself, beside the papers in it.</summary>
internal sealed record XmlPageHead
{
    private const string ArxivErrors = "arxiv.org/api/errors";

    // No entities, no documents from elsewhere.
    private static readonly XmlReaderSettings Settings = new()
    {
        DtdProcessing = DtdProcessing.Prohibit,
        XmlResolver = null,
        IgnoreComments = true,
        IgnoreProcessingInstructions = true,
    };

    /// <summary>How many papers there are in all; 0 where it does not say.</summary>
    public int Total { get; private set; }

    /// <summary>How many it holds.</summary>
    public int Entries { get; private set; }

    /// <summary>By which the next page is asked for; null when this is the last.</summary>
    public string? ResumptionToken { get; private set; }

    /// <summary>What the service refuses in words; null when it does not.</summary>
    public string? Error { get; private set; }

    /// <summary>OAI-PMH's name of the error, such as <c>noRecordsMatch</c>.</summary>
    public string? ErrorCode { get; private set; }

    /// <summary>The latest datestamp of OAI-PMH records in it.</summary>
    public string? LastDatestamp { get; private set; }

    /// <exception cref="SourceException">It is no XML, or broken off.</exception>
    public static XmlPageHead Read(FeedService service, FeedPage page)
    {
        var head = new XmlPageHead();
        try
        {
            using var stream = new MemoryStream(page.Body.ToArray(), writable: false);
            using var reader = XmlReader.Create(stream, Settings);
            while (!reader.EOF)
            {
                if (reader.NodeType != XmlNodeType.Element || !head.Take(reader))
                {
                    reader.Read();
                }
            }

            return head;
        }
        catch (XmlException failure)
        {
            throw new SourceException($"{service} sent an answer that breaks off or is no XML, to {page.Address}. Try again; what was read before is kept.", failure, isTransient: true);
        }
    }

    // True when the element was read, and the reader stands behind it.
    private bool Take(XmlReader reader)
    {
        switch (reader.LocalName)
        {
            case "totalResults":
                Total = int.TryParse(reader.ReadElementContentAsString(), CultureInfo.InvariantCulture, out var total) ? total : 0;
                return true;
            case "resumptionToken":
                ResumptionToken = reader.ReadElementContentAsString() is { Length: > 0 } token ? token : null;
                return true;
            case "error" when reader.GetAttribute("code") is { } code:
                ErrorCode = code;
                Error = reader.ReadElementContentAsString();
                return true;
            case "datestamp":
                var stamp = reader.ReadElementContentAsString();
                LastDatestamp = string.CompareOrdinal(stamp, LastDatestamp) > 0 ? stamp : LastDatestamp;
                return true;
            case "entry" or "record":
                Entries++;
                return false;
            case "id" when Entries == 1 && Error is null:
                Error = reader.ReadElementContentAsString().Contains(ArxivErrors, StringComparison.Ordinal) ? "" : null;
                return true;
            case "summary" when Error is "":
                Error = reader.ReadElementContentAsString();
                return true;
            default:
                return false;
        }
    }
}
