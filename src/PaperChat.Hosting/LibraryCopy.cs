using PaperChat.Embedded;
using PaperChat.Library;
using PaperChat.Papers;
using PaperChat.Qdrant;

namespace PaperChat.Hosting;

/// <summary>
/// Copies the library in the folder to the Qdrant server that the settings name, or back: papers with their chunks, provenance and
/// aliases, and the runs. Vectors are made anew by the configured model. What is there already is left alone, so that a copy which was
/// stopped goes on when it is run again. Then every paper is read from both and compared.
/// </summary>
/// <param name="context">Names both.</param>
/// <param name="toQdrant">Whether from the folder to the server; else back.</param>
public sealed class LibraryCopy(CommandContext context, bool toQdrant)
{
    private const int PapersAtOnce = 500;
    private const int CommitInterval = 50_000;

    private readonly HostSettings _settings = context.Settings;

    public string Source => toQdrant ? _settings.Library.Path : QdrantSettings.LocationOf(_settings.Qdrant);

    public string Target => toQdrant ? QdrantSettings.LocationOf(_settings.Qdrant) : _settings.Library.Path;

    /// <summary>Why passages of the target have no vectors, in words; null when the model did not fail.</summary>
    public string? WithoutVectors { get; private set; }

    /// <summary>Copies; returns the number of papers in the source.</summary>
    /// <exception cref="LibraryException">One of the two cannot be opened, read or written.</exception>
    public async Task<long> RunAsync(IProgress<long>? progress, CancellationToken cancellationToken)
    {
        var runs = await ReadRunsAsync(cancellationToken);
        await using var writer = await OpenTargetAsync(cancellationToken);
        var count = await FillAsync(writer, ReadAsync(cancellationToken), runs, progress, cancellationToken);
        WithoutVectors = LibraryDoor.WithoutVectors(writer, context);
        return count;
    }

    /// <summary>Puts papers and runs into a library, and commits; returns how many papers.</summary>
    internal static async Task<long> FillAsync(
        IPaperLibraryWriter writer, IAsyncEnumerable<PaperEntry> papers, IReadOnlyList<IngestionRun> runs, IProgress<long>? progress, CancellationToken cancellationToken)
    {
        var count = 0L;
        await foreach (var entries in papers.Chunk(PapersAtOnce).WithCancellation(cancellationToken))
        {
            await writer.UpsertAsync(entries, cancellationToken);
            var before = count;
            count += entries.Length;
            if (before / CommitInterval != count / CommitInterval)
            {
                await writer.CommitAsync(cancellationToken);
            }

            progress?.Report(count);
        }

        foreach (var run in runs)
        {
            await writer.RecordRunAsync(run, cancellationToken);
        }

        await writer.CommitAsync(cancellationToken);
        return count;
    }

    /// <summary>How many papers of the source are in the target with the same content (by hash), with another, and not at all.</summary>
    public async Task<CopyCheck> CheckAsync(CancellationToken cancellationToken)
    {
        await using var target = toQdrant
            ? (IPaperLibrary)await QdrantLibrary.OpenAsync(_settings.Qdrant, context.Time, null, cancellationToken)
            : await EmbeddedLibrary.OpenAsync(_settings.Library.Path, context.Time, cancellationToken);
        var check = new CopyCheck(0, 0, 0);
        await foreach (var entries in ReadAsync(cancellationToken).Chunk(PapersAtOnce).WithCancellation(cancellationToken))
        {
            var found = (await target.GetAsync([.. entries.Select(e => e.Paper.Id)], cancellationToken)).DistinctBy(p => p.Id).ToDictionary(p => p.Id);
            foreach (var paper in entries.Select(e => e.Paper))
            {
                check = !found.TryGetValue(paper.Id, out var copy) ? check with { Missing = check.Missing + 1 }
                    : HashOf(copy) == HashOf(paper) ? check with { Same = check.Same + 1 }
                    : check with { Different = check.Different + 1 };
            }
        }

        return check;
    }

    private static string HashOf(Paper paper) => Convert.ToHexString(ContentHash.Of(paper, []));

    private IAsyncEnumerable<PaperEntry> ReadAsync(CancellationToken cancellationToken) => toQdrant
        ? EmbeddedLibraryMaintenance.ReadEntriesAsync(_settings.Library.Path, cancellationToken)
        : QdrantLibraryMaintenance.ReadEntriesAsync(_settings.Qdrant, context.Time, cancellationToken);

    private async Task<IReadOnlyList<IngestionRun>> ReadRunsAsync(CancellationToken cancellationToken)
    {
        if (!toQdrant)
        {
            return await QdrantLibraryMaintenance.ReadRunsAsync(_settings.Qdrant, context.Time, cancellationToken);
        }

        await using var source = await EmbeddedLibrary.OpenAsync(_settings.Library.Path, context.Time, cancellationToken);
        return await source.GetRunsAsync(int.MaxValue, cancellationToken);
    }

    private async Task<IPaperLibraryWriter> OpenTargetAsync(CancellationToken cancellationToken)
    {
        var model = await LibraryDoor.ModelToWriteAsync(context, cancellationToken);
        return toQdrant
            ? await QdrantLibraryWriter.OpenAsync(_settings.Qdrant, context.Time, model, isTrial: false, cancellationToken)
            : await EmbeddedLibraryWriter.OpenAsync(_settings.Library.Path, context.Time, model, cancellationToken);
    }
}
