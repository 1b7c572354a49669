using System.Text.Json;
using PaperChat.TestSupport;
using PaperChat.TestSupport.ModelServing;

namespace PaperChat.EndToEnd.Serving;

/// <summary>One run of teams-playground.cjs for all tests of a class: what it found, check by check.</summary>
public sealed class PlaygroundRun : IDisposable
{
    private const string Playground = "@microsoft/m365agentsplayground";

    private static readonly object[] Papers =
    [
        new
        {
            id = "reef:1", title = "ReefWatch: Counting Corals from Video", year = 2024, venue = "Ocean Vision", authors = new[] { "Ada Marsh", "Ben Ito" }, listed = "2025-07-28", url = "https://example.org/reefwatch",
            @abstract = "Divers count reefs by hand, which is slow. ReefWatch counts animals by tracking them through stereo video. Experiments on three data sets of reefs show an accuracy of 88.4% on the Lagoon benchmark. It runs in real time on a laptop.",
        },
        new
        {
            id = "reef:2", title = "TideNet: Reef Maps from Drones", year = 2025, listed = "2025-07-28", url = "https://example.org/tidenet",
            @abstract = "Maps of reefs are made by boat, which takes weeks. TideNet maps reefs from drone images at low tide. It reaches 91.2% accuracy on the Lagoon benchmark and needs one flight.",
        },
        new { id = "kelp:1", title = "KelpScan: Mapping $\\mathcal{O}(n)$ Forests", year = 2023, listed = "2025-07-25", @abstract = "Kelp grows  half a metre a day in {\\em spring}. KelpScan maps kelp forests and is 40\\% faster than divers." },
        new
        {
            id = "hostile", title = "Hostile <script>window.hit=1</script> **Markup** in [Pages](https://evil.example)", year = 2022, url = "javascript:window.hit=1",
            @abstract = "Hostile markup in a chat <img src=x onerror=window.hit=1> and [links](https://evil.example) run code of strangers. We study how chats hold hostile markup off.",
        },
    ];

    private readonly TemporaryFolder _folder = new();
    private Task<IReadOnlyDictionary<string, string>>? _results;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public Task<IReadOnlyDictionary<string, string>> ResultsAsync() => _results ??= RunAsync();

    public void Dispose() => _folder.Dispose();

    private async Task<IReadOnlyDictionary<string, string>> RunAsync()
    {
        var browser = ChromiumProgram.Require();
        NodeProgram.Require(Playground);
        await IngestAsync();
        await using var model = await ModelServer.StartAsync(_ => new ModelReply("ReefWatch counts animals by tracking them through stereo video [1]."));
        var run = await NodeProgram.RunAsync(
            "teams-playground.cjs", "playwright-core", ProgramRun.PathOf(ProgramRun.Chat), _folder.File("library"), _folder.Path, model.Address.ToString(), browser);
        Assert.True(run.ExitCode == 0, run.ToString());
        return JsonSerializer.Deserialize<Dictionary<string, string>>(run.Output)!;
    }

    private async Task IngestAsync()
    {
        var file = _folder.File("papers.jsonl");
        await File.WriteAllLinesAsync(file, Papers.Select(p => JsonSerializer.Serialize(p)), Token);
        var ingested = await ProgramRun.RunAsync(ProgramRun.Ingest, [file, "--library", _folder.File("library")], Token);
        Assert.True(ingested.ExitCode == 0, ingested.ToString());
    }
}
