using ModelContextProtocol.Protocol;
using ModelContextProtocol.Server;
using PaperChat.Chat.Desk;
using PaperChat.Chat.Mcp.Parameters;
using PaperChat.Hosting;

namespace PaperChat.Chat.Mcp.Tools;

/// <summary>The tools, and the one place where a call of one is made and its failures become words for the model.</summary>
/// <param name="desk">Opens the library at the first call, and gives the same one ever after.</param>
internal sealed class ToolSet(Func<CancellationToken, Task<PaperDesk>> desk)
{
    private static readonly PaperTool[] Tools =
    [
        new SearchPapersTool(),
        new AskPapersTool(),
        new GetPaperTool(),
        new SimilarPapersTool(),
        new ComparePapersTool(),
        new DraftReviewTool(),
        new ExportCitationsTool(),
        new LibraryStatusTool(),
    ];

    public static ListToolsResult List() => new() { Tools = [.. Tools.Select(t => t.Description)] };

    public async Task<CallToolResult> CallAsync(RequestContext<CallToolRequestParams> request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        var name = request.Params.Name;
        if (Array.Find(Tools, t => t.Name == name) is not { } tool)
        {
            return ToolReply.Failed($"There is no tool '{TerminalText.Line(name)}'; there are {string.Join(", ", Tools.Select(t => t.Name))}.");
        }

        try
        {
            var arguments = new ToolArguments(request.Params.Arguments, tool.Parameters);
            var open = await desk(cancellationToken);
            await using var progress = new ProgressNotifications(request.Server, request.Params.ProgressToken, cancellationToken);
            var reply = await tool.RunAsync(new ToolCall(open, arguments, progress), cancellationToken);
            return reply.ToResult();
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            throw;
        }
        catch (PaperChatException exception)
        {
            return ToolReply.Failed(exception.IsTransient ? $"{exception.Message} It may work later; try again once." : exception.Message);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return ToolReply.Failed(exception.Message);
        }
    }
}
