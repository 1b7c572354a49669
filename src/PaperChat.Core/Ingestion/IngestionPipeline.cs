using PaperChat.Library;

namespace PaperChat.Ingestion;

/// <summary>
/// Reads sources into a library: normalise, chunk, write in batches, commit every few thousand papers and at the end. Reading and
/// preparing go on while the library writes, a bounded number of papers ahead, so that memory does not grow with the inputs. The
/// caller owns the writer.
/// </summary>
public sealed class IngestionPipeline(IPaperLibraryWriter writer, TimeProvider time)
{
    /// <summary>
    /// Ingests the sources in their order. What a source or the rules reject is counted and reported, and the rest goes in. On
    /// cancellation, what was read is written and committed before <see cref="OperationCanceledException"/> is thrown; the run
    /// then stays without an end. A failure of the library is thrown as it is; what was committed before stays.
    /// </summary>
    public async Task<IngestionSummary> RunAsync(
        IEnumerable<IPaperSource> sources, IngestionOptions options, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(sources);
        ArgumentNullException.ThrowIfNull(options);
        ArgumentOutOfRangeException.ThrowIfLessThan(options.BatchSize, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(options.CommitInterval, 1);
        var session = new IngestionSession(writer, time, options);
        var preparation = new ItemPreparation(options);
        using var abandon = new CancellationTokenSource();
        using var reading = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, abandon.Token);
        var preparing = Task.Run(() => preparation.RunAsync(sources, reading.Token, abandon.Token), CancellationToken.None);
        try
        {
            await foreach (var batch in preparation.Batches.ReadAllAsync(CancellationToken.None))
            {
                // A batch is written whole: a writer that is stopped in the middle of one could not save what came before.
                await WriteAsync(session, batch);
            }
        }
        catch
        {
            // The library failed: nobody takes what is still being read.
            await abandon.CancelAsync();
            await preparing.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            throw;
        }

        try
        {
            await preparing;
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            // The token is used up: what was done is saved without it.
            await session.CommitAsync(CancellationToken.None);
            throw;
        }

        return await session.FinishAsync(cancellationToken);
    }

    private static async Task WriteAsync(IngestionSession session, List<PreparedItem> items)
    {
        foreach (var item in items)
        {
            if (item.EndsSource)
            {
                session.EndSource(item.Location);
            }
            else
            {
                await session.TakeAsync(item, CancellationToken.None);
            }
        }
    }
}
