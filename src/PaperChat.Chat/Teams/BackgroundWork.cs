using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace PaperChat.Chat.Teams;

/// <summary>
/// Work that goes on after its request was answered: so much at once and no more than a number of it, one after another in a
/// conversation. It ends with the host, which waits for it a moment.
/// </summary>
internal sealed partial class BackgroundWork(int concurrency, int capacity, ILogger logger) : IHostedService, IDisposable
{
    private readonly Lock _gate = new();
    private readonly Dictionary<string, Task> _last = new(StringComparer.Ordinal);
    private readonly SemaphoreSlim _places = new(concurrency, concurrency);
    private readonly CancellationTokenSource _ending = new();

    // Both under the gate.
    private int _count;
    private bool _isEnding;

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>Takes work; false where there is too much of it, or the host ends.</summary>
    /// <param name="conversation">Work of one conversation is done in order.</param>
    /// <param name="work">Gets a token that the end of the host cancels.</param>
    public bool TryBegin(string conversation, Func<CancellationToken, Task> work)
    {
        lock (_gate)
        {
            if (_isEnding || _count >= capacity)
            {
                return false;
            }

            if (_last.Count >= capacity)
            {
                Forget();
            }

            _count++;
            _last[conversation] = RunAsync(_last.GetValueOrDefault(conversation, Task.CompletedTask), work);
            return true;
        }
    }

    /// <summary>Resolves when nothing is left to do.</summary>
    public async Task WhenIdleAsync()
    {
        while (Running() is { Length: > 0 } running)
        {
            await Task.WhenAll(running);
        }
    }

    public async Task StopAsync(CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            _isEnding = true;
        }

        await _ending.CancelAsync();
        try
        {
            await WhenIdleAsync().WaitAsync(cancellationToken);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            LogLeft(logger);
        }
    }

    public void Dispose()
    {
        _ending.Dispose();
        _places.Dispose();
    }

    private Task[] Running()
    {
        lock (_gate)
        {
            Forget();
            return [.. _last.Values];
        }
    }

    // Under the gate.
    private void Forget()
    {
        foreach (var done in _last.Where(l => l.Value.IsCompleted).Select(l => l.Key).ToArray())
        {
            _last.Remove(done);
        }
    }

    // It never fails: a failure that reaches this far is a defect, and costs no other work.
    private async Task RunAsync(Task before, Func<CancellationToken, Task> work)
    {
        await Task.Yield();
        await before;
        await _places.WaitAsync(CancellationToken.None);
        try
        {
            await work(_ending.Token);
        }
        catch (OperationCanceledException) when (_ending.IsCancellationRequested)
        {
            LogStopped(logger);
        }
        catch (Exception exception)
        {
            LogFailed(logger, exception);
        }
        finally
        {
            _places.Release();
            lock (_gate)
            {
                _count--;
            }
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Work on messages did not end in time.")]
    private static partial void LogLeft(ILogger logger);

    [LoggerMessage(Level = LogLevel.Information, Message = "The server ends; a message was left unanswered.")]
    private static partial void LogStopped(ILogger logger);

    [LoggerMessage(Level = LogLevel.Error, Message = "A message could not be answered.")]
    private static partial void LogFailed(ILogger logger, Exception exception);
}
