using System.Globalization;
using PaperChat.Embedded;
using PaperChat.Library;
using PaperChat.Papers;

namespace PaperChat.LibraryProcess;

/// <summary>
/// A writer's work in ten commits, each of which adds three papers, changes one and deletes one. It goes on from whatever commit
/// the library is at, so that a second run completes what a first one began.
/// </summary>
internal static class WriterScenario
{
    public const int Commits = 10;

    /// <summary>The text of each paper after a number of commits.</summary>
    public static SortedDictionary<string, string> StateAfter(int commits)
    {
        var state = new SortedDictionary<string, string>(StringComparer.Ordinal);
        for (var commit = 1; commit <= commits; commit++)
        {
            foreach (var paper in Upserts(commit))
            {
                state[paper.Id.Value] = paper.Abstract;
            }

            state.Remove(Deleted(commit).Value);
        }

        return state;
    }

    public static async Task RunAsync(string folder, DeadlySteps steps, TextWriter output, CancellationToken cancellationToken)
    {
        var faults = new WriterFaults { Step = _ => steps.Take(), Create = path => new StepStream(path, steps) };
        steps.Take();
        await using var writer = await EmbeddedLibraryWriter.OpenAsync(folder, TimeProvider.System, faults, anyAnalyzer: false, cancellationToken);
        steps.Take();
        for (var commit = await DoneAsync(folder, cancellationToken) + 1; commit <= Commits; commit++)
        {
            PaperEntry[] entries = [.. Upserts(commit).Select(EntryOf)];
            await writer.UpsertAsync(entries, cancellationToken);
            await writer.DeleteAsync([Deleted(commit)], cancellationToken);
            await writer.RecordRunAsync(RunOf(commit), cancellationToken);
            await writer.CommitAsync(cancellationToken);
            await output.WriteLineAsync(commit.ToString(CultureInfo.InvariantCulture).AsMemory(), cancellationToken);
            await output.FlushAsync(cancellationToken);
            steps.Take();
        }
    }

    /// <summary>The commits that a library holds, by its runs.</summary>
    public static async Task<int> DoneAsync(string folder, CancellationToken cancellationToken)
    {
        await using var library = await EmbeddedLibrary.OpenAsync(folder, TimeProvider.System, cancellationToken);
        return (await library.GetRunsAsync(int.MaxValue, cancellationToken)).Count;
    }

    private static IEnumerable<Paper> Upserts(int commit)
    {
        for (var i = 0; i < 3; i++)
        {
            yield return PaperOf(commit, i, commit);
        }

        // The first paper of the commit before, with a new text.
        if (commit > 1)
        {
            yield return PaperOf(commit - 1, 0, commit);
        }
    }

    private static PaperId Deleted(int commit) => IdOf(commit - 1, 1);

    private static PaperId IdOf(int commit, int number) => new(string.Create(CultureInfo.InvariantCulture, $"crash:{commit}-{number}"));

    private static Paper PaperOf(int commit, int number, int version) => new()
    {
        Id = IdOf(commit, number),
        Title = "Written before the end",
        Abstract = string.Create(CultureInfo.InvariantCulture, $"Shared words, then version{version} of number{number} in commit{commit}."),
    };

    private static PaperEntry EntryOf(Paper paper) => new()
    {
        Paper = paper,
        Chunks = [new Chunk(0, PaperField.Abstract, 0, paper.Abstract.Length)],
        Provenance = new Provenance("test", "scenario", null),
        Aliases = [new PaperId("doi:10.1/" + paper.Id.Value)],
    };

    private static IngestionRun RunOf(int commit) => new()
    {
        Id = new Guid(commit, 0, 0, new byte[8]),
        Input = "scenario",
        Started = DateTimeOffset.UnixEpoch.AddMinutes(commit),
    };
}
