using System.Threading.Channels;
using Microsoft.Extensions.Logging;
using ModelContextProtocol.Protocol;
using ModelContextProtocol.Server;

namespace PaperChat.Chat.Mcp.Stdio;

/// <summary>
/// Messages as lines of standard input and output. When the input ends, what was asked before is still answered: the package's transport
/// alone sends nothing from then on, and a script that writes its requests and closes its end would get no answer. Does not own the input.
/// </summary>
internal sealed partial class StdioTransport : ITransport
{
    /// <summary>For the answers after the end of the input.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly AnsweredMessages _messages = new();
    private readonly CancellationTokenSource _overdue = new();
    private readonly StreamServerTransport _lines;
    private readonly TimeProvider _time;
    private readonly ILogger _logger;

    public StdioTransport(Stream input, Stream output, TimeProvider time, ILoggerFactory logs)
    {
        ArgumentNullException.ThrowIfNull(logs);
        _time = time;
        _logger = logs.CreateLogger(nameof(StdioTransport));
        _lines = new StreamServerTransport(new HeldInput(input, AnswerAllAsync), output, PaperMcpServer.Name, logs);
        _messages.Attach(_lines.MessageReader);
    }

    public string? SessionId => null;

    public ChannelReader<JsonRpcMessage> MessageReader => _messages;

    /// <summary>Cancelled when the input has ended and the patience, too: what still runs has nobody to answer to.</summary>
    public CancellationToken Overdue => _overdue.Token;

    public async Task SendMessageAsync(JsonRpcMessage message, CancellationToken cancellationToken = default)
    {
        await _lines.SendMessageAsync(message, cancellationToken);
        _messages.Sent(message);
    }

    public async ValueTask DisposeAsync()
    {
        await _lines.DisposeAsync();
        _overdue.Dispose();
    }

    private async Task AnswerAllAsync(CancellationToken cancellationToken)
    {
        try
        {
            await _messages.AllAsync().WaitAsync(Patience, _time, cancellationToken);
        }
        catch (TimeoutException)
        {
            LogOverdue(_logger, Patience.TotalSeconds);
            await _overdue.CancelAsync();
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The input ended, and not all of its requests were answered within {Seconds} seconds; the others are given up.")]
    private static partial void LogOverdue(ILogger logger, double seconds);
}
