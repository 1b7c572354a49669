using System.Runtime.CompilerServices;
using PaperChat.Library;
using PaperChat.Matching;
using PaperChat.Qdrant.Collection;
using PaperChat.Qdrant.Points;
using PaperChat.Qdrant.Transport;

namespace PaperChat.Qdrant;

/// <summary>What the owner of a collection can do with it as a whole.</summary>
public static class QdrantLibraryMaintenance
{
    private const int PapersAtOnce = 256;
    private const int MostRuns = 10_000;

    /// <summary>
    /// All papers with chunks, provenance and aliases, in no particular order, to be copied into another library; those that are written
    /// meanwhile may be among them.
    /// </summary>
    public static async IAsyncEnumerable<PaperEntry> ReadEntriesAsync(
        QdrantOptions options, TimeProvider time, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var transport = await OpenAsync(options, time, cancellationToken);
        var papers = new PointFilter { Must = [new PointCondition.Value(PointKeys.Type, PointKeys.PaperType)] };
        Guid? next = null;
        do
        {
            var page = await transport.ScrollAsync(papers, keys: null, PapersAtOnce, next, cancellationToken);
            foreach (var content in page.Points.Select(p => PaperPayloadReader.Content(p.Payload)))
            {
                yield return new PaperEntry
                {
                    Paper = content.Paper,
                    Chunks = content.Chunks,
                    Provenance = content.Records[0].Versions[^1].Provenance,
                    Records = content.Records,

                    // A paper without aliases came in without merging, and stays so.
                    Aliases = content.Aliases.Count == 0 ? null : content.Aliases,

                    // What the copied library held as two papers stays two.
                    Keys = WorkKeys.Of(content.Paper) with { Sought = [] },
                };
            }

            next = page.Next;
        }
        while (next is not null);
    }

    /// <summary>
    /// Checks each paper's hash, that all its passages are there with its text, and that no passage is nobody's. Reads everything once;
    /// changes nothing. What is being written meanwhile may be among the findings. No findings means all is well.
    /// </summary>
    public static async Task<IReadOnlyList<LibraryFinding>> VerifyAsync(QdrantOptions options, TimeProvider time, CancellationToken cancellationToken)
    {
        using var transport = await OpenAsync(options, time, cancellationToken);
        return await new CollectionCheck(transport, options.Collection).RunAsync(cancellationToken);
    }

    /// <summary>The latest runs.</summary>
    public static async Task<IReadOnlyList<IngestionRun>> ReadRunsAsync(QdrantOptions options, TimeProvider time, CancellationToken cancellationToken)
    {
        using var transport = await OpenAsync(options, time, cancellationToken);
        return await RunPoints.ReadAsync(transport, MostRuns, cancellationToken);
    }

    /// <summary>Deletes the collection with all that is in it; one that is not there is left so.</summary>
    public static async Task DeleteAsync(QdrantOptions options, TimeProvider time, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(time);
        using var transport = new RestTransport(options, new RestConnection(options, RestConnection.CreateHandler(), time));
        if (await transport.GetCollectionAsync(cancellationToken) is not null)
        {
            await transport.DeleteCollectionAsync(cancellationToken);
        }
    }

    private static async Task<QdrantTransport> OpenAsync(QdrantOptions options, TimeProvider time, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(time);
        var transport = new RestTransport(options, new RestConnection(options.Patient(), RestConnection.CreateHandler(), time));
        try
        {
            await new CollectionDoor(options, transport, time).OpenToReadAsync(model: null, cancellationToken);
            return transport;
        }
        catch
        {
            transport.Dispose();
            throw;
        }
    }
}
