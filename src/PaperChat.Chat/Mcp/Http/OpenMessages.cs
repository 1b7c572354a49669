using ModelContextProtocol.Protocol;

namespace PaperChat.Chat.Mcp.Http;

/// <summary>The messages of one session that are being answered. Thread-safe.</summary>
internal sealed class OpenMessages
{
    private readonly TimeProvider _time;
    private readonly Lock _gate = new();
    private readonly HashSet<OpenMessage> _open = [];
    private TaskCompletionSource? _answered;
    private long _last;

    public OpenMessages(TimeProvider time)
    {
        ArgumentNullException.ThrowIfNull(time);
        _time = time;
        _last = time.GetTimestamp();
    }

    /// <summary>Whether a message is being answered; then the session is not idle, however long that takes.</summary>
    public bool IsAny
    {
        get
        {
            lock (_gate)
            {
                return _open.Count > 0;
            }
        }
    }

    /// <summary>Since the last message was answered.</summary>
    public TimeSpan Idle => _time.GetElapsedTime(Volatile.Read(ref _last));

    /// <summary>Takes a message; null once the session is ending.</summary>
    public OpenMessage? Open(JsonRpcMessage message)
    {
        // The protocol forbids to cancel initialize.
        var opened = new OpenMessage(this, message is JsonRpcRequest { Method: not RequestMethods.Initialize } request ? request.Id : default);
        lock (_gate)
        {
            return _answered is null && _open.Add(opened) ? opened : null;
        }
    }

    /// <summary>Ends the waiting for the answer to a request, if it is being answered.</summary>
    public async Task WithdrawAsync(RequestId id)
    {
        OpenMessage? found;
        lock (_gate)
        {
            found = id.Id is null ? null : _open.FirstOrDefault(m => m.Id == id);
        }

        if (found is not null)
        {
            await found.WithdrawAsync();
        }
    }

    /// <summary>Takes no more messages, and waits until those there are have their answers, or as long as <paramref name="patience"/>.</summary>
    public async Task EndAsync(TimeSpan patience)
    {
        Task answered;
        lock (_gate)
        {
            _answered ??= new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            answered = _answered.Task;
            TellWhenEmpty();
        }

        await answered.WaitAsync(patience, _time, CancellationToken.None).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    internal void Close(OpenMessage message)
    {
        lock (_gate)
        {
            if (_open.Remove(message))
            {
                Volatile.Write(ref _last, _time.GetTimestamp());
                TellWhenEmpty();
            }
        }
    }

    private void TellWhenEmpty()
    {
        if (_open.Count == 0)
        {
            _answered?.TrySetResult();
        }
    }
}
