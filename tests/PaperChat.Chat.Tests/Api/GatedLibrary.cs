using PaperChat.Library;
using PaperChat.TestSupport;

namespace PaperChat.Chat.Tests.Api;

/// <summary>A library whose searches wait at a gate until it is opened, or until whoever asked has gone.</summary>
internal sealed class GatedLibrary(IPaperLibrary inner) : ForwardingLibrary(inner)
{
    private readonly TaskCompletionSource _gate = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource _left = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly SemaphoreSlim _arrived = new(0);

    /// <summary>Ends when a search that waited was cancelled.</summary>
    public Task Left => _left.Task;

    public void Open() => _gate.TrySetResult();

    /// <summary>Waits until one more search has come to the gate.</summary>
    public Task ArrivedAsync(CancellationToken cancellationToken) => _arrived.WaitAsync(cancellationToken);

    public override async Task<CandidateLists> SearchAsync(SearchRequest request, CancellationToken cancellationToken)
    {
        _arrived.Release();
        try
        {
            await _gate.Task.WaitAsync(cancellationToken);
        }
        catch (OperationCanceledException)
        {
            _left.TrySetResult();
            throw;
        }

        return await base.SearchAsync(request, cancellationToken);
    }

    public override ValueTask DisposeAsync()
    {
        _arrived.Dispose();
        return base.DisposeAsync();
    }
}
