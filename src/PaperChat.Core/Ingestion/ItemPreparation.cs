using System.Threading.Channels;
using PaperChat.Library;
using PaperChat.Matching;
using PaperChat.Papers;

namespace PaperChat.Ingestion;

/// <summary>
/// The first stages of an ingestion: reads sources, normalises their records and cuts them into chunks, on a task of its own, some
/// batches ahead of the writer. Items keep their order; memory holds the batches alone.
/// </summary>
internal sealed class ItemPreparation(IngestionOptions options)
{
    // Enough to go on while the writer commits.
    private const int BatchesAhead = 16;
    private const int ItemsAtOnce = 64;

    // A batch with bodies is passed on earlier, so that memory is bounded by texts and not by papers.
    private const int CharactersAtOnce = 1 << 18;

    private readonly Channel<List<PreparedItem>> _batches = Channel.CreateBounded<List<PreparedItem>>(
        new BoundedChannelOptions(BatchesAhead) { SingleReader = true, SingleWriter = true });

    private List<PreparedItem> _batch = new(ItemsAtOnce);
    private int _characters;

    public ChannelReader<List<PreparedItem>> Batches => _batches.Reader;

    /// <summary>
    /// Runs until the sources end or <paramref name="reading"/> is cancelled. What was read until then is passed on, unless
    /// <paramref name="passing"/> is cancelled too, because nobody takes it any more.
    /// </summary>
    public async Task RunAsync(IEnumerable<IPaperSource> sources, CancellationToken reading, CancellationToken passing)
    {
        try
        {
            foreach (var source in sources)
            {
                reading.ThrowIfCancellationRequested();
                await foreach (var item in source.ReadAsync(reading))
                {
                    await AddAsync(Prepare(source, item), passing);
                    reading.ThrowIfCancellationRequested();
                }

                await AddAsync(new PreparedItem(source.Location, null, 0, null, null, EndsSource: true), passing);
            }

            await SendAsync(passing);
        }
        catch (OperationCanceledException) when (reading.IsCancellationRequested && !passing.IsCancellationRequested)
        {
            await SendAsync(passing);
            throw;
        }
        finally
        {
            _batches.Writer.TryComplete();
        }
    }

    private async ValueTask AddAsync(PreparedItem item, CancellationToken cancellationToken)
    {
        _batch.Add(item);
        _characters += item.Entry is { Paper: var paper } ? paper.Title.Length + paper.Abstract.Length + (paper.Body?.Length ?? 0) : 0;
        if (_batch.Count >= ItemsAtOnce || _characters >= CharactersAtOnce)
        {
            await SendAsync(cancellationToken);
        }
    }

    private async ValueTask SendAsync(CancellationToken cancellationToken)
    {
        var batch = _batch;
        (_batch, _characters) = (new List<PreparedItem>(ItemsAtOnce), 0);
        await _batches.Writer.WriteAsync(batch, cancellationToken);
    }

    private PreparedItem Prepare(IPaperSource source, SourceItem item)
    {
        if (item is not SourceItem.Read read)
        {
            return new PreparedItem(source.Location, item.Line, item.BytesRead, null, (item as SourceItem.Rejected)?.Reason);
        }

        var entry = EntryOf(source, read, out var reason);
        return new PreparedItem(source.Location, read.Line, read.BytesRead, entry, entry is null ? reason : read.Remark);
    }

    private PaperEntry? EntryOf(IPaperSource source, SourceItem.Read read, out string? reason)
    {
        if (PaperNormalizer.Normalize(read.Record, out reason) is not { } normalized)
        {
            return null;
        }

        var paper = normalized.Paper;
        if (options.KeepIds && !string.IsNullOrWhiteSpace(read.Record.Key))
        {
            paper = paper with { Id = new PaperId(StorableText.Of(read.Record.Key)) };
        }

        return new PaperEntry
        {
            Paper = paper,
            Chunks = Chunker.Chunk(paper),
            Provenance = new Provenance(source.Format, source.Location, read.Line),
            Aliases = options.KeepIds ? null : normalized.Aliases,
            Keys = options.KeepIds ? null : WorkKeys.Of(paper),
        };
    }
}
