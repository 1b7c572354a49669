using PaperChat.Library;
using PaperChat.Papers;
using PaperChat.Qdrant.Points;
using PaperChat.Qdrant.Tests.Server;
using PaperChat.TestSupport;

namespace PaperChat.Qdrant.Tests;

/// <summary>
/// Writers and servers that die between any two requests, or in the middle of one: what comes out after running the same again is
/// compared point by point with what comes out undisturbed.
/// </summary>
public sealed class InterruptionTests : IAsyncDisposable
{
    private const int Trials = 50;

    // Some of the papers have one chunk and some many.
    private static readonly PaperId[] Gone = [new("title:0000000000000000"), new("title:0000000000000003"), new("title:0000000000000008")];

    private readonly TestCollection _collection = new();
    private readonly TestTime _time = new() { Hurries = true };

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public ValueTask DisposeAsync() => _collection.DisposeAsync();

    [Fact]
    public async Task Killing_the_writer_or_the_server_anywhere_and_running_again_ends_in_the_same_collection()
    {
        var server = await _collection.ServerAsync();
        var stopped = 0;
        for (var trial = 0; trial < Trials; trial++)
        {
            var story = TestPapers.Story(14, seed: trial);
            var undisturbed = await OptionsAsync($"plain-{trial}");
            await RunAsync(undisturbed, story.First);
            await RunAsync(undisturbed, story.Then, gone: Gone);

            var disturbed = await OptionsAsync($"killed-{trial}");
            stopped += await RunKilledAsync(disturbed, story.First, new Random(trial)) + await RunKilledAsync(disturbed, story.Then, new Random(-trial), Gone);

            Assert.Equal(PapersOf(server, undisturbed), PapersOf(server, disturbed));
        }

        // A trial in which nothing was killed would prove nothing.
        Assert.True(stopped >= 2 * Trials, $"{stopped} kills");
    }

    [Fact]
    public async Task No_search_finds_a_passage_of_a_paper_that_is_not_there_wherever_the_writer_dies()
    {
        var server = await _collection.ServerAsync();
        var isThrough = false;
        for (var dies = 0; !isThrough; dies++)
        {
            var options = await OptionsAsync($"half-{dies}");
            await RunAsync(options, [TestPapers.Entry(TestPapers.Paper("a", "Kept", "text"))]);
            var from = server.Calls.Count + dies;
            server.Fault = call => call.Number >= from ? new ServerFault { BreaksBefore = true } : null;
            var failure = await Record.ExceptionAsync(() => RunAsync(options, TestPapers.Story(12, seed: 5).First, commits: 1_000));
            server.Fault = _ => null;
            isThrough = failure is null;
            Assert.True(isThrough ? dies > 12 : failure is LibraryUnavailableException, failure?.ToString());

            await using var library = await QdrantLibrary.OpenAsync(options, _time, null, Token);
            var found = await library.SearchAsync(new SearchRequest { Terms = [.. Enumerable.Range(0, 50).Select(i => new WeightedTerm($"word{i}"))], Limit = 500 }, Token);
            var papers = await library.GetAsync([.. found.Lexical.Select(c => c.Paper)], Token);
            Assert.Equal(found.Lexical.Count, papers.Count);
        }
    }

    [Fact]
    public async Task Two_hosts_on_the_same_input_at_once_end_in_the_state_of_one()
    {
        var server = await _collection.ServerAsync();
        for (var trial = 0; trial < 10; trial++)
        {
            var story = TestPapers.Story(60, seed: 100 + trial);
            PaperEntry[] all = [.. story.First, .. story.Then];
            var one = await OptionsAsync($"one-{trial}");
            var two = await OptionsAsync($"two-{trial}");
            await RunAsync(one, all);

            await Task.WhenAll(Enumerable.Range(0, 2).Select(_ => Task.Run(() => RunAsync(two, all), Token)));

            Assert.Equal(PapersOf(server, one), PapersOf(server, two));
        }
    }

    [Fact]
    public async Task Hosts_on_parts_of_an_input_end_in_the_state_of_one_on_all_of_it()
    {
        var server = await _collection.ServerAsync();
        var all = TestPapers.Story(120, seed: 7).First;
        var one = await OptionsAsync("whole");
        var parts = await OptionsAsync("parts");
        await RunAsync(one, all);

        await Task.WhenAll(all.Chunk(40).Select(part => Task.Run(() => RunAsync(parts, part), Token)));

        Assert.Equal(PapersOf(server, one), PapersOf(server, parts));
    }

    private async Task<QdrantOptions> OptionsAsync(string name) => await _collection.OptionsAsync() with
    {
        Collection = name,
        WriteBudget = TimeSpan.FromMinutes(2),
        ReadBudget = TimeSpan.FromMinutes(2),
        BatchBytes = 4096,
    };

    private async Task RunAsync(QdrantOptions options, IReadOnlyList<PaperEntry> entries, int commits = 10, IReadOnlyList<PaperId>? gone = null)
    {
        await using var writer = await QdrantLibraryWriter.OpenAsync(options, _time, WordVectors.Model(8), isTrial: false, Token);
        foreach (var batch in entries.Chunk(commits))
        {
            await writer.UpsertAsync(batch, Token);
            await writer.CommitAsync(Token);
        }

        await writer.DeleteAsync(gone ?? [], Token);
        await writer.CommitAsync(Token);
    }

    // The server breaks for good at some call, before it did anything or after, as if it or the writer had been killed; then all is run
    // again, and killed again, until a run comes to its end.
    private async Task<int> RunKilledAsync(QdrantOptions options, IReadOnlyList<PaperEntry> entries, Random random, IReadOnlyList<PaperId>? gone = null)
    {
        var server = await _collection.ServerAsync();
        var kills = 0;
        for (var patience = 2; ; patience += 6)
        {
            var from = server.Calls.Count + random.Next(1, 14 + patience);
            var isAfter = random.Next(2) == 0;
            server.Fault = call => call.Number < from ? null : call.Number == from && isAfter ? new ServerFault { BreaksAfter = true } : new ServerFault { BreaksBefore = true };
            try
            {
                await RunAsync(options with { WriteBudget = TimeSpan.FromMinutes(1), ReadBudget = TimeSpan.FromMinutes(1) }, entries, gone: gone);
                return kills;
            }
            catch (LibraryUnavailableException)
            {
                kills++;
            }
            finally
            {
                server.Fault = _ => null;
            }
        }
    }

    // Runs, the state and the moment of creation are of each collection's own.
    private static string[] PapersOf(QdrantServer server, QdrantOptions options) =>
        [.. server.Snapshot(options.Collection, p => p.Values(PointKeys.Type)[0] is PointKeys.PaperType or PointKeys.PassageType).Select(p => $"{p.Key} {p.Value}")];
}
