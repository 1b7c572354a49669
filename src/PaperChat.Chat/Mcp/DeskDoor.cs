using PaperChat.Chat.Desk;

namespace PaperChat.Chat.Mcp;

/// <summary>
/// Opens the library when it is first wanted, once for all callers, so that the handshake of a client waits for nothing. A failure is
/// told to whoever asked, and the next one tries again: the library may be there by then. Owns what it opened.
/// </summary>
internal sealed class DeskDoor(Func<CancellationToken, Task<PaperDesk>> open) : IAsyncDisposable
{
    private readonly SemaphoreSlim _gate = new(1, 1);
    private PaperDesk? _desk;

    public async Task<PaperDesk> OpenAsync(CancellationToken cancellationToken)
    {
        if (Volatile.Read(ref _desk) is { } ready)
        {
            return ready;
        }

        await _gate.WaitAsync(cancellationToken);
        try
        {
            return _desk ??= await open(cancellationToken);
        }
        finally
        {
            _gate.Release();
        }
    }

    /// <summary>Opens ahead of the first call; what fails then is told to that call.</summary>
    public async Task PrepareAsync(CancellationToken cancellationToken)
    {
        try
        {
            await OpenAsync(cancellationToken);
        }
        catch (Exception exception) when (exception is OperationCanceledException or PaperChatException or IOException or UnauthorizedAccessException)
        {
            return;
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (_desk is { } desk)
        {
            await desk.DisposeAsync();
        }

        _gate.Dispose();
    }
}
