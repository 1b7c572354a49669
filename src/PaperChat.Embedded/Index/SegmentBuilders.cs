using System.Threading.Channels;
using PaperChat.Embedded.Catalogue;

namespace PaperChat.Embedded.Index;

/// <summary>
/// Analyses papers and builds segments of them on tasks of their own, while the caller goes on. Not thread-safe. One transaction
/// of the writer has one; whatever its end, it must be disposed.
/// </summary>
internal sealed class SegmentBuilders(Func<SegmentBuilder> create, Func<SegmentBuilder, BuiltSegment> write) : IAsyncDisposable
{
    private const int PapersAtOnce = 64;
    private const int CharactersAtOnce = 1 << 20;
    private const int MostBuilders = 4;
    private const int BatchesAhead = 8;

    private readonly Channel<List<(int Ticket, StoredPaper Paper)>> _batches =
        Channel.CreateBounded<List<(int, StoredPaper)>>(BatchesAhead);

    private readonly CancellationTokenSource _stop = new();
    private readonly List<Task<List<BuiltSegment>>> _running = [];
    private List<(int Ticket, StoredPaper Paper)> _batch = [];
    private int _characters;
    private int _tickets;

    /// <summary>Takes a paper and returns its ticket. <see cref="PassOnAsync"/> has to follow.</summary>
    public int Add(StoredPaper paper)
    {
        _batch.Add((_tickets, paper));
        _characters += paper.Paper.Title.Length + paper.Paper.Abstract.Length + (paper.Paper.Body?.Length ?? 0);
        return _tickets++;
    }

    /// <summary>Passes papers on once there are enough for a batch; waits while the builders are behind.</summary>
    public async ValueTask PassOnAsync(CancellationToken cancellationToken)
    {
        if (_batch.Count >= PapersAtOnce || _characters >= CharactersAtOnce)
        {
            await SendAsync(cancellationToken);
        }
    }

    /// <summary>Ends the building. The segments in the order of their numbers.</summary>
    public async Task<IReadOnlyList<BuiltSegment>> FinishAsync(CancellationToken cancellationToken)
    {
        if (_batch.Count > 0)
        {
            await SendAsync(cancellationToken);
        }

        _batches.Writer.TryComplete();
        return [.. (await Task.WhenAll(_running)).SelectMany(b => b).OrderBy(b => b.Number)];
    }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await ((Task)Task.WhenAll(_running)).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _stop.Dispose();
    }

    private async Task SendAsync(CancellationToken cancellationToken)
    {
        // A second builder is only worth its segment when there is much to do.
        if (_running.Count < Math.Min(Environment.ProcessorCount, MostBuilders) && (_running.Count == 0 || _batches.Reader.Count >= BatchesAhead / 2))
        {
            _running.Add(Task.Run(BuildAsync, cancellationToken));
        }

        var batch = _batch;
        (_batch, _characters) = ([], 0);
        try
        {
            await _batches.Writer.WriteAsync(batch, cancellationToken);
        }
        catch (ChannelClosedException)
        {
            // A builder failed: its own exception says why.
            await Task.WhenAll(_running);
            throw;
        }
    }

    private async Task<List<BuiltSegment>> BuildAsync()
    {
        try
        {
            var written = new List<BuiltSegment>();
            var builder = create();
            await foreach (var batch in _batches.Reader.ReadAllAsync(_stop.Token))
            {
                await builder.AddAsync(batch, _stop.Token);

                if (builder.IsFull)
                {
                    written.Add(write(builder));
                    builder = create();
                }
            }

            if (!builder.IsEmpty)
            {
                written.Add(write(builder));
            }

            return written;
        }
        catch
        {
            // The other builders end, and the writer does not wait for room that nobody would make.
            _batches.Writer.TryComplete();
            await _stop.CancelAsync();
            throw;
        }
    }
}
