using Microsoft.Extensions.Logging;
using ModelContextProtocol.Server;

namespace PaperChat.Chat.Mcp.Http;

/// <summary>One client's session: a server and the transport that its requests go through. Thread-safe; whoever takes it out of the sessions disposes it.</summary>
internal sealed class McpSession : IAsyncDisposable
{
    /// <summary>For the answers that are on their way when the session is ended.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    private readonly CancellationTokenSource _ended = new();
    private readonly McpServer _server;
    private readonly Task _running;
    private readonly Lock _gate = new();
    private CancellationTokenSource? _stream;

    public McpSession(string id, string? owner, McpServerOptions options, TimeProvider time, ILoggerFactory logs)
    {
        Id = id;
        Owner = owner;
        Messages = new OpenMessages(time);
        Transport = new StreamableHttpServerTransport(logs) { SessionId = id };
        _server = McpServer.Create(Transport, options, logs);
        _running = _server.RunAsync(_ended.Token);
    }

    public string Id { get; }

    /// <summary>Whose key opened it; nobody else may use it. Null where no key is asked for.</summary>
    public string? Owner { get; }

    public StreamableHttpServerTransport Transport { get; }

    /// <summary>What is being answered now.</summary>
    public OpenMessages Messages { get; }

    /// <summary>A token for a stream to the client that ends with the session, or when the client opens another one in its place.</summary>
    public CancellationToken BeginStream()
    {
        lock (_gate)
        {
            // After a lost connection the client comes back before the loss of the old one is noticed.
            _stream?.Cancel();
            _stream = CancellationTokenSource.CreateLinkedTokenSource(_ended.Token);
            return _stream.Token;
        }
    }

    public async ValueTask DisposeAsync()
    {
        // The end of the transport breaks answers off in the middle: those on their way go out first.
        await Messages.EndAsync(Patience);
        await Transport.DisposeAsync();
        await _ended.CancelAsync();
        await _running.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        await _server.DisposeAsync();
    }
}
