using System.Threading.Channels;
using ModelContextProtocol;
using ModelContextProtocol.Protocol;
using ModelContextProtocol.Server;
using PaperChat.Chat.Mcp.Tools;

namespace PaperChat.Chat.Mcp;

/// <summary>
/// Tells a client the steps of its call, in order; disposing it waits until all are sent, so that none comes after the result. A client
/// that gave no token wants none.
/// </summary>
internal sealed class ProgressNotifications : IProgress<ToolProgress>, IAsyncDisposable
{
    private readonly Channel<ToolProgress>? _steps;
    private readonly Task _sending;

    public ProgressNotifications(McpServer server, ProgressToken? token, CancellationToken cancellationToken)
    {
        if (token is not { } wanted)
        {
            _sending = Task.CompletedTask;
            return;
        }

        _steps = Channel.CreateUnbounded<ToolProgress>(new UnboundedChannelOptions { SingleReader = true });
        _sending = SendAsync(server, wanted, _steps.Reader, cancellationToken);
    }

    public void Report(ToolProgress value) => _steps?.Writer.TryWrite(value);

    public async ValueTask DisposeAsync()
    {
        _steps?.Writer.TryComplete();
        await _sending;
    }

    // A step that cannot be told is no reason to lose the result.
    private static async Task SendAsync(McpServer server, ProgressToken token, ChannelReader<ToolProgress> steps, CancellationToken cancellationToken)
    {
        try
        {
            await foreach (var step in steps.ReadAllAsync(cancellationToken))
            {
                await server.NotifyProgressAsync(token, new ProgressNotificationValue { Progress = step.Done, Total = step.All, Message = step.Doing }, options: null, cancellationToken);
            }
        }
        catch (Exception exception) when (exception is OperationCanceledException or IOException or InvalidOperationException)
        {
            return;
        }
    }
}
