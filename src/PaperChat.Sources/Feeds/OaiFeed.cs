using System.Runtime.CompilerServices;
using PaperChat.Ingestion;
using PaperChat.Sources.Records;

namespace PaperChat.Sources.Feeds;

/// <summary>
/// Records of arXiv by OAI-PMH (http://www.openarchives.org/OAI/openarchivesprotocol.html), by the day of their last change. A list
/// whose token has expired goes on from the last day that was read: its records come again, and change nothing.
/// </summary>
internal sealed class OaiFeed(FeedClient client, FeedService service, FeedPageReader reader, OaiQuery query)
    : PagedFeed("oai", LocationOf(query), reader, query.Limit)
{
    private const int Restarts = 3;

    /// <summary>What a list is called: the feed with its options.</summary>
    public static string LocationOf(OaiQuery query) => $"oai {query}".TrimEnd();

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
                throw new SourceException($"{service} refuses the list ({Excerpt.Of(head.ErrorCode ?? "error")}): {Excerpt.Of(error)}");
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
