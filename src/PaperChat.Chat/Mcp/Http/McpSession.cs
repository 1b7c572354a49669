using Microsoft.Extensions.Logging;
using ModelContextProtocol.Server;

namespace PaperChat.Chat.Mcp.Http;

/// <summary>One client's session: a server and the transport that its requests go through. Thread-safe; whoever takes it out of the sessions disposes it.</summary>
internal sealed class McpSession : IAsyncDisposable
{
    private readonly CancellationTokenSource _ended = new();
    private readonly McpServer _server;
    private readonly Task _running;
    private readonly TimeProvider _time;
    private readonly Lock _gate = new();
    private CancellationTokenSource? _stream;
    private int _messages;
    private long _lastMessage;

    public McpSession(string id, string? owner, McpServerOptions options, TimeProvider time, ILoggerFactory logs)
    {
        ArgumentNullException.ThrowIfNull(time);
        Id = id;
        Owner = owner;
        Transport = new StreamableHttpServerTransport(logs) { SessionId = id };
        _server = McpServer.Create(Transport, options, logs);
        _running = _server.RunAsync(_ended.Token);
        _time = time;
        _lastMessage = time.GetTimestamp();
    }

    public string Id { get; }

    /// <summary>Whose key opened it; nobody else may use it. Null where no key is asked for.</summary>
    public string? Owner { get; }

    public StreamableHttpServerTransport Transport { get; }

    /// <summary>Whether a message is being answered; then it is not idle, however long that takes.</summary>
    public bool IsBusy => Volatile.Read(ref _messages) > 0;

    /// <summary>Since the last message was answered.</summary>
    public TimeSpan Idle => _time.GetElapsedTime(Volatile.Read(ref _lastMessage));

    /// <summary>Keeps the session from counting as idle until disposed.</summary>
    public IDisposable BeginMessage()
    {
        Interlocked.Increment(ref _messages);
        return new Message(this);
    }

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
        // The transport first: then the server sees the end of its messages, and what it answers is not cut off.
        await Transport.DisposeAsync();
        await _ended.CancelAsync();
        await _running.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        await _server.DisposeAsync();
    }

    private sealed class Message(McpSession session) : IDisposable
    {
        public void Dispose()
        {
            Volatile.Write(ref session._lastMessage, session._time.GetTimestamp());
            Interlocked.Decrement(ref session._messages);
        }
    }
}
