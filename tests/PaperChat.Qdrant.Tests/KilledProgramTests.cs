using System.Globalization;
using System.Text;
using PaperChat.Qdrant.Points;
using PaperChat.Qdrant.Tests.Server;
using PaperChat.TestSupport;

namespace PaperChat.Qdrant.Tests;

/// <summary>
/// The built <c>paperchat-ingest</c> as a process, killed in the middle of its work as a power cut would, and the server taken away from
/// it: what comes out after running the same again is compared point by point with what comes out undisturbed. As many trials as
/// <c>PAPERCHAT_KILL_TRIALS</c> says.
/// </summary>
public sealed class KilledProgramTests : IAsyncDisposable
{
    private const int UsualTrials = 6;
    private const int Papers = 120;
    private const int MostRuns = 30;

    private readonly TestCollection _collection = new();
    private readonly TemporaryFolder _folder = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public async ValueTask DisposeAsync()
    {
        _folder.Dispose();
        await _collection.DisposeAsync();
    }

    [Fact]
    public async Task Killing_the_program_or_the_server_at_any_call_and_running_again_ends_in_the_same_collection()
    {
        var server = await _collection.ServerAsync();
        var first = _folder.Write("first.jsonl", Lines(changed: false));
        var then = _folder.Write("then.jsonl", Lines(changed: true));
        var calls = await CallsOfAsync(server, () => RunAsync("plain", first)) + await CallsOfAsync(server, () => RunAsync("plain", then));
        var expected = PapersOf(server, "plain");
        Assert.True(expected.Length > Papers);

        var kills = 0;
        var trials = int.Parse(Environment.GetEnvironmentVariable("PAPERCHAT_KILL_TRIALS") ?? UsualTrials.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);
        for (var trial = 0; trial < trials; trial++)
        {
            var random = new Random(trial);
            var name = $"killed-{trial}";
            kills += await RunKilledAsync(server, name, first, random, calls / 2) + await RunKilledAsync(server, name, then, random, calls / 2);

            Assert.Equal(expected, PapersOf(server, name));
        }

        // A trial in which nothing was killed would prove nothing.
        TestContext.Current.SendDiagnosticMessage($"{trials} trials, {kills} kills, {calls} calls a trial");
        Assert.True(kills >= trials, $"{kills} kills");
    }

    // Some have several chunks; half of them change the second time.
    private static string Lines(bool changed)
    {
        var lines = new StringBuilder();
        for (var paper = 0; paper < Papers; paper++)
        {
            var says = changed && paper % 2 == 0 ? "Wind tells more than charts do." : "Charts tell more than wind does.";
            var times = paper % 10 == 0 ? (changed && paper % 20 == 0 ? 60 : 120) : 1;
            var text = string.Join(' ', Enumerable.Range(0, times).Select(i => $"Kites of size {i} fly over hall {paper}. {says}"));
            lines.Append(CultureInfo.InvariantCulture, $$"""{"id":"kite-{{paper}}","title":"Kite {{paper}}: Flying Indoors Without a Draught","abstract":"{{text}}","year":2024}""").Append('\n');
        }

        return lines.ToString();
    }

    private static async Task<int> CallsOfAsync(QdrantServer server, Func<Task<ProgramResult>> run)
    {
        var before = server.Calls.Count;
        var result = await run();
        Assert.True(result.ExitCode == 0, result.ToString());
        return server.Calls.Count - before;
    }

    private static string[] PapersOf(QdrantServer server, string collection) =>
        [.. server.Snapshot(collection, p => p.Values(PointKeys.Type)[0] is PointKeys.PaperType or PointKeys.PassageType).Select(p => $"{p.Key} {p.Value}").Order(StringComparer.Ordinal)];

    private async Task<ProgramRun> StartAsync(string collection, string input) => ProgramRun.Start(
        ProgramRun.Ingest,
        [input, "--store", "qdrant", "--endpoint", (await _collection.OptionsAsync()).Endpoint.ToString()],
        new Dictionary<string, string?>
        {
            ["PAPERCHAT__QDRANT__COLLECTION"] = collection,
            ["PAPERCHAT__QDRANT__BATCHBYTES"] = "40000",
            ["PAPERCHAT__QDRANT__WRITEBUDGET"] = "1",
            ["PAPERCHAT__QDRANT__READBUDGET"] = "1",
        });

    private async Task<ProgramResult> RunAsync(string collection, string input)
    {
        await using var run = await StartAsync(collection, input);
        return await run.FinishAsync(Token);
    }

    // Again and again until one run comes to its end; later ones are given more calls.
    private async Task<int> RunKilledAsync(QdrantServer server, string collection, string input, Random random, int calls)
    {
        for (var runs = 0; runs < MostRuns; runs++)
        {
            var at = server.Calls.Count + random.Next(1, calls + (runs * calls / 2));
            var (isProgram, isAfter) = (random.Next(2) == 0, random.Next(2) == 0);
            await using var run = await StartAsync(collection, input);
            server.Fault = call => isProgram ? Kill(run, call, at, isAfter) : TakeAway(call, at, isAfter);
            var result = await run.FinishAsync(Token);
            server.Fault = _ => null;
            if (result.ExitCode == 0)
            {
                return runs;
            }

            Assert.True(isProgram || result.ExitCode == 4, result.ToString());
        }

        throw new InvalidOperationException("No run came to its end.");
    }

    private static ServerFault? Kill(ProgramRun run, ServerCall call, int at, bool isAfter)
    {
        if (call.Number < at)
        {
            return null;
        }

        run.TryKill();
        return isAfter && call.Number == at ? null : new ServerFault { BreaksBefore = true };
    }

    private static ServerFault? TakeAway(ServerCall call, int at, bool isAfter) =>
        call.Number < at ? null : call.Number == at && isAfter ? new ServerFault { BreaksAfter = true } : new ServerFault { BreaksBefore = true };
}
