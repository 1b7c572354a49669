namespace PaperChat.Sources.Feeds;

/// <summary>Lets requests to one service through one at a time, each at least an interval after the one before began. Thread-safe.</summary>
internal sealed class FeedGate(TimeSpan interval, TimeProvider time) : IDisposable
{
    private readonly SemaphoreSlim _one = new(1, 1);
    private long? _last;

    public async Task<T> PassAsync<T>(Func<CancellationToken, Task<T>> request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        await _one.WaitAsync(cancellationToken);
        try
        {
            if (_last is { } last && interval - time.GetElapsedTime(last) is var left && left > TimeSpan.Zero)
            {
                await Task.Delay(left, time, cancellationToken);
            }

            _last = time.GetTimestamp();
            return await request(cancellationToken);
        }
        finally
        {
            _one.Release();
        }
    }

    public void Dispose() => _one.Dispose();
}
