namespace PaperChat.Embedded.Index;

/// <summary>A merge on a task of its own. Owns a share of each source until it is disposed.</summary>
internal sealed class BackgroundMerge : IAsyncDisposable
{
    private readonly List<LiveSegment> _sources;
    private readonly CancellationTokenSource _stop = new();
    private readonly Task _task;

    public BackgroundMerge(long number, List<LiveSegment> sources, Action<IReadOnlyList<LiveSegment>, CancellationToken> merge)
    {
        Number = number;
        _sources = [.. sources.Select(s => s.Share())];
        _task = Task.Run(() => merge(_sources, _stop.Token), CancellationToken.None);
    }

    public long Number { get; }

    public bool IsFinished => _task.IsCompleted;

    /// <summary>True for a segment that is one of the sources, whatever was deleted from it since.</summary>
    public bool Takes(LiveSegment segment) => _sources.Any(s => s.Number == segment.Number);

    /// <summary>Whether nothing was deleted from the sources since the merge began, and all of them are still there.</summary>
    public bool IsUpToDate(IReadOnlyList<LiveSegment> segments) =>
        _sources.All(source => segments.Any(s => s.Number == source.Number && s.DeletionsName == source.DeletionsName));

    public Task FinishAsync() => _task;

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _task.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _sources.ForEach(s => s.Dispose());
        _stop.Dispose();
    }
}
