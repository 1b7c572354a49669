using System.Globalization;
using ModelContextProtocol;
using ModelContextProtocol.Protocol;
using PaperChat.Chat.Console.Rendering;
using PaperChat.Chat.Desk;
using PaperChat.Hosting;
using PaperChat.Library;
using PaperChat.Papers;

namespace PaperChat.Chat.Mcp.Papers;

/// <summary>The papers of the library as resources: a template for all of them, and a list of the first ones, a page at a time.</summary>
/// <param name="desk">Opens the library at the first call, and gives the same one ever after.</param>
internal sealed class PaperResources(Func<CancellationToken, Task<PaperDesk>> desk)
{
    private const int PageSize = 50;
    private const int LongestDescription = 200;

    // A list is for looking around: nobody reads a million titles, and each page reads the library from its start.
    private const int MostListed = 1_000;

    private const string Text = "text/plain";

    public static ListResourceTemplatesResult Templates() => new()
    {
        ResourceTemplates =
        [
            new ResourceTemplate
            {
                UriTemplate = PaperUri.Template,
                Name = "paper",
                Title = "Paper",
                Description = "A paper of the library with its abstract; the id as search_papers gives it, percent-encoded (arxiv%3A2401.00001).",
                MimeType = Text,
            },
        ],
    };

    public async Task<ListResourcesResult> ListAsync(string? cursor, CancellationToken cancellationToken)
    {
        var from = ReadCursor(cursor);
        var library = (await desk(cancellationToken)).Library;
        var papers = await library.ListAsync(SearchFilters.None, cancellationToken)
            .Skip(from).Take(Math.Min(PageSize, MostListed - from) + 1).ToListAsync(cancellationToken);
        var next = from + PageSize;
        return new ListResourcesResult
        {
            Resources = [.. papers.Take(PageSize).Select(Describe)],
            NextCursor = papers.Count > PageSize && next < MostListed ? next.ToString(CultureInfo.InvariantCulture) : null,
        };
    }

    public async Task<ReadResourceResult> ReadAsync(string? uri, CancellationToken cancellationToken)
    {
        var library = (await desk(cancellationToken)).Library;
        var paper = PaperUri.TryParse(uri, out var id) && await library.GetAsync(PaperIdText.Meanings(id), cancellationToken) is [var found, ..] ? found : null;
        return paper is not null
            ? new ReadResourceResult { Contents = [new TextResourceContents { Uri = uri!, MimeType = Text, Text = PaperSheet.Of(paper) }] }
            : throw new McpProtocolException(
                $"There is no resource '{TerminalText.Line(uri?.Length > 200 ? uri[..200] : uri)}'; papers are {PaperUri.Template} with an id that search_papers gives.",
                McpErrorCode.ResourceNotFound);
    }

    private static Resource Describe(Paper paper)
    {
        var title = ReadableText.Title(paper);
        var details = PaperText.Details(paper);
        return new Resource
        {
            Uri = PaperUri.Of(paper.Id),
            Name = TerminalText.Line(paper.Id.Value),
            Title = title,
            Description = details.Length > LongestDescription ? details[..LongestDescription] + "…" : details,
            MimeType = Text,
        };
    }

    private static int ReadCursor(string? cursor) =>
        cursor is null ? 0
        : int.TryParse(cursor, NumberStyles.None, CultureInfo.InvariantCulture, out var from) && from < MostListed ? from
        : throw new McpProtocolException("The cursor is not one that this list gave; begin without one.", McpErrorCode.InvalidParams);
}
