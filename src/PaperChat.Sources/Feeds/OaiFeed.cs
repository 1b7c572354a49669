using System.Runtime.CompilerServices;
using PaperChat.Ingestion;

namespace PaperChat.Sources.Feeds;

/// <summary>
/// Records of arXiv by OAI-PMH (http://www.openarchives.org/OAI/openarchivesprotocol.html), by the day of their last change. A list
/// whose token has expired goes on from the last day that was read: its records come again, and change nothing.
/// </summary>
internal sealed class OaiFeed(FeedClient client, FeedService service, FeedPageReader reader, OaiQuery query)
    : PagedFeed("oai", "oai " + query, reader, query.Limit)
{
    private const int Restarts = 3;

    protected override async IAsyncEnumerable<FeedPage> PagesAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var from = query.From?.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
        var path = First(from);
        for (var restarts = 0; ;)
        {
            var page = await client.GetAsync(service, path, cancellationToken);
            var head = XmlPageHead.Read(service, page);
            if (head.ErrorCode == "badResumptionToken" && restarts++ < Restarts)
            {
                path = First(from);
                continue;
            }

            if (head.ErrorCode is "noRecordsMatch")
            {
                yield break;
            }

            if (head.Error is { } error)
            {
                throw new SourceException($"{service} refuses the list ({Records.Excerpt.Of(head.ErrorCode ?? "error")}): {Records.Excerpt.Of(error)}");
            }

            from = head.LastDatestamp ?? from;
            yield return page;
            if (head.ResumptionToken is not { } token)
            {
                yield break;
            }

            path = "?verb=ListRecords&resumptionToken=" + Uri.EscapeDataString(token);
        }
    }

    private string First(string? from) => "?verb=ListRecords&metadataPrefix=arXiv"
        + (query.Set is { } set ? "&set=" + Uri.EscapeDataString(set) : "") + (from is null ? "" : "&from=" + from);
}
