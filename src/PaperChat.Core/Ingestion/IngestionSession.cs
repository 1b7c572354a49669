using PaperChat.Library;

namespace PaperChat.Ingestion;

/// <summary>The state of one run of <see cref="IngestionPipeline"/>.</summary>
internal sealed class IngestionSession(IPaperLibraryWriter writer, TimeProvider time, IngestionOptions options)
{
    private readonly List<PaperEntry> _batch = new(options.BatchSize);
    private readonly long _startedTicks = time.GetTimestamp();
    private readonly Guid _id = Guid.NewGuid();
    private readonly DateTimeOffset _started = time.GetUtcNow();
    private IngestionCounts _counts;
    private int _uncommitted;
    private long _committedTicks = time.GetTimestamp();
    private long _finishedBytes;
    private long _currentBytes;
    private string _location = "";

    public async Task TakeAsync(PreparedItem item, CancellationToken cancellationToken)
    {
        _location = item.Location;
        _currentBytes = item.BytesRead;
        if (item.Entry is { } entry)
        {
            _counts = _counts with { Read = _counts.Read + 1, Marked = _counts.Marked + (entry.Paper.HoldsInstructions ? 1 : 0) };
            _batch.Add(entry);
            if (item.Reason is { } remark)
            {
                options.Rejected?.Invoke(new Rejection(item.Location, item.Line, remark));
            }
        }
        else
        {
            _counts = _counts with { Rejected = _counts.Rejected + 1 };
            options.Rejected?.Invoke(new Rejection(item.Location, item.Line, item.Reason ?? ""));
        }

        if (_batch.Count >= options.BatchSize)
        {
            await FlushAsync(cancellationToken);
        }

        if (_uncommitted >= options.CommitInterval || (item.Entry is not null && time.GetElapsedTime(_committedTicks) >= options.LongestUncommitted))
        {
            await CommitAsync(cancellationToken);
        }
    }

    public void EndSource(string location)
    {
        _location = location;
        _finishedBytes += _currentBytes;
        _currentBytes = 0;
        Report();
    }

    /// <summary>Writes and commits everything taken so far, the unfinished run among it.</summary>
    public async Task CommitAsync(CancellationToken cancellationToken)
    {
        await FlushAsync(cancellationToken);
        await writer.RecordRunAsync(Run(finished: null), cancellationToken);
        await writer.CommitAsync(cancellationToken);
        _uncommitted = 0;
        _committedTicks = time.GetTimestamp();
    }

    public async Task<IngestionSummary> FinishAsync(CancellationToken cancellationToken)
    {
        await FlushAsync(cancellationToken);
        var run = Run(options.IsWhole?.Invoke() == false ? null : time.GetUtcNow());
        await writer.RecordRunAsync(run, cancellationToken);
        await writer.CommitAsync(cancellationToken);
        Report();
        return new IngestionSummary(run, _counts, _finishedBytes, time.GetElapsedTime(_startedTicks));
    }

    private async Task FlushAsync(CancellationToken cancellationToken)
    {
        if (_batch.Count == 0)
        {
            return;
        }

        foreach (var result in await writer.UpsertAsync(_batch, cancellationToken))
        {
            _counts = _counts.With(result.Outcome);
            if (result.Outcome == UpsertOutcome.Added)
            {
                options.Added?.Invoke(result.Id);
            }
        }

        _uncommitted += _batch.Count;
        _batch.Clear();
        Report();
    }

    private IngestionRun Run(DateTimeOffset? finished) => new()
    {
        Id = _id,
        Input = options.Input,
        Started = _started,
        Finished = finished,
        Added = _counts.Added,
        Changed = _counts.Changed + _counts.Merged,
        Unchanged = _counts.Unchanged + _counts.Superseded,
        Rejected = _counts.Rejected,
    };

    private void Report() => options.Progress?.Report(new IngestionProgress
    {
        Counts = _counts,
        BytesRead = _finishedBytes + _currentBytes,
        BytesTotal = options.BytesTotal,
        Elapsed = time.GetElapsedTime(_startedTicks),
        Location = _location,
    });
}
