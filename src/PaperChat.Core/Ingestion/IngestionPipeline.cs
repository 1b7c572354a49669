using PaperChat.Library;

namespace PaperChat.Ingestion;

/// <summary>
/// Reads sources into a library: normalise, chunk, write in batches, commit every few thousand papers and at the end. The caller
/// owns the writer. Memory holds one batch, whatever the size of the inputs.
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
        try
        {
            foreach (var source in sources)
            {
                cancellationToken.ThrowIfCancellationRequested();
                await foreach (var item in source.ReadAsync(cancellationToken))
                {
                    // A batch is written whole: a writer that is stopped in the middle of one could not save what came before.
                    await session.TakeAsync(source, item, CancellationToken.None);
                    cancellationToken.ThrowIfCancellationRequested();
                }

                session.EndSource(source);
            }
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            // The token is used up: what was done is saved without it.
            await session.CommitAsync(CancellationToken.None);
            throw;
        }

        return await session.FinishAsync(cancellationToken);
    }
}
