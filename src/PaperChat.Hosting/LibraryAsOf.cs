using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using PaperChat.Embedded;
using PaperChat.Ingestion;
using PaperChat.Library;
using PaperChat.Matching;
using PaperChat.Merging;
using PaperChat.Qdrant;

namespace PaperChat.Hosting;

/// <summary>
/// The library as it was at the end of an earlier day (UTC): the records, and the versions of them, that were known by then are put into a
/// library of their own as if they were read anew, so that it ranks and answers as one that was built only up to that day. It is kept in
/// a folder of this machine until the library changes.
/// </summary>
/// <param name="context">Names the library.</param>
/// <param name="day">The day.</param>
public sealed class LibraryAsOf(CommandContext context, DateOnly day)
{
    private const int PapersAtOnce = 500;
    private const int MostKept = 4;

    /// <summary>Opens it for reading, and makes it first where that is needed. What was removed since is not in it.</summary>
    /// <exception cref="LibraryException">The library cannot be read, or the other one not written.</exception>
    public async Task<IPaperLibrary> OpenAsync(CancellationToken cancellationToken)
    {
        var library = await LibraryDoor.OpenAsync(context, cancellationToken);
        if (day >= DateOnly.FromDateTime(context.Time.GetUtcNow().UtcDateTime))
        {
            return library;
        }

        LibraryState state;
        await using (library)
        {
            state = await library.GetStateAsync(cancellationToken);
        }

        var parent = ParentFolder();
        var folder = Path.Combine(parent, string.Create(CultureInfo.InvariantCulture, $"{day:yyyy-MM-dd}-{state.Generation}-{ModelKey()}"));
        if (!EmbeddedLibrary.ExistsIn(folder))
        {
            await MakeAsync(parent, folder, cancellationToken);
        }

        return await LibraryDoor.OpenAsync(new LibraryFolder(folder, IsExplicit: true), context, cancellationToken);
    }

    /// <summary>The entries by which a library takes the records of papers as they were on a day, in the order of their arrival.</summary>
    /// <param name="entries">Papers with their records.</param>
    /// <param name="day">The day.</param>
    /// <param name="later">Takes what arrived when other papers were there already; to be written after all the others.</param>
    internal static IEnumerable<PaperEntry> EntriesOf(IEnumerable<PaperEntry> entries, DateOnly day, List<PaperEntry> later)
    {
        foreach (var entry in entries)
        {
            var known = RecordMerge.AsOf(entry.Records ?? [], day);
            for (var i = 0; i < known.Count; i++)
            {
                var made = EntryOf(known[i], merges: entry.Aliases is not null);
                if (i == 0)
                {
                    yield return made;
                }
                else
                {
                    later.Add(made);
                }
            }
        }
    }

    private static PaperEntry EntryOf(WorkRecord record, bool merges)
    {
        var paper = record.Current;
        return new PaperEntry
        {
            Paper = paper,
            Chunks = Chunker.Chunk(paper),
            Provenance = record.Versions[^1].Provenance,
            Aliases = merges ? record.Ids : null,
            Keys = merges ? WorkKeys.Of(paper) : null,
            Records = [record],
        };
    }

    private async Task MakeAsync(string parent, string folder, CancellationToken cancellationToken)
    {
        context.Note(string.Create(CultureInfo.InvariantCulture, $"Making the library as it was on {day:yyyy-MM-dd} from what was known by then."));
        var unfinished = Path.Combine(parent, "unfinished-" + Guid.NewGuid().ToString("N"));
        try
        {
            Directory.CreateDirectory(unfinished);
            var papers = await FillAsync(unfinished, cancellationToken);
            if (papers == 0)
            {
                context.Note(string.Create(CultureInfo.InvariantCulture, $"The library knew no paper by {day:yyyy-MM-dd}."));
            }

            // Another process may have made the same meanwhile.
            if (!EmbeddedLibrary.ExistsIn(folder))
            {
                Directory.Move(unfinished, folder);
            }

            DropOld(parent);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw new LibraryException($"The library of an earlier day cannot be kept in {parent}: {failure.Message}", failure);
        }
        finally
        {
            TryDelete(unfinished);
        }
    }

    private async Task<long> FillAsync(string folder, CancellationToken cancellationToken)
    {
        await using var writer = await LibraryDoor.OpenWriterAsync(new LibraryFolder(folder, IsExplicit: true), context, cancellationToken);
        var later = new List<PaperEntry>();
        var count = 0L;
        await foreach (var read in ReadAsync(cancellationToken).Chunk(PapersAtOnce).WithCancellation(cancellationToken))
        {
            var entries = EntriesOf(read, day, later).ToArray();
            await writer.UpsertAsync(entries, cancellationToken);
            count += entries.Length;
        }

        foreach (var entries in later.OrderBy(e => e.Records![0].FirstSeen).Chunk(PapersAtOnce))
        {
            await writer.UpsertAsync(entries, cancellationToken);
        }

        await writer.CommitAsync(cancellationToken);
        return count;
    }

    private IAsyncEnumerable<PaperEntry> ReadAsync(CancellationToken cancellationToken) => context.Settings.IsQdrant
        ? QdrantLibraryMaintenance.ReadEntriesAsync(context.Settings.Qdrant, context.Time, cancellationToken)
        : EmbeddedLibraryMaintenance.ReadEntriesAsync(context.Settings.Library.Path, cancellationToken);

    private string ParentFolder()
    {
        var library = context.Settings.IsQdrant ? QdrantSettings.LocationOf(context.Settings.Qdrant) : context.Settings.Library.Path;
        return Path.Combine(context.Environment.LocalDataFolder ?? Path.GetTempPath(), "PaperChat", "as-of", Key(library));
    }

    // Vectors of another model cannot be compared with a question's.
    private string ModelKey() => context.Settings.EmbeddingModel is { Info: var model } ? Key(model.ToString()) : "words";

    private static string Key(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))[..16];

    private static void DropOld(string parent)
    {
        foreach (var old in new DirectoryInfo(parent).GetDirectories("????-??-??-*").OrderByDescending(d => d.CreationTimeUtc).Skip(MostKept))
        {
            TryDelete(old.FullName);
        }
    }

    // One that another process reads stays until later.
    private static void TryDelete(string folder)
    {
        try
        {
            Directory.Delete(folder, recursive: true);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
        }
    }
}
