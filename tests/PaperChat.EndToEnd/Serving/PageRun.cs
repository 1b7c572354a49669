using System.Text.Json;
using PaperChat.TestSupport;

namespace PaperChat.EndToEnd.Serving;

/// <summary>One run of web-page.cjs for all tests of a class: what it found, check by check.</summary>
public sealed class PageRun : IDisposable
{
    private static readonly object[] Papers =
    [
        new
        {
            id = "reef:1", title = "ReefWatch: Counting Corals from Video", year = 2024, venue = "Ocean Vision", authors = new[] { "Ada Marsh", "Ben Ito" }, listed = "2025-07-28", url = "https://example.org/reefwatch",
            @abstract = "Divers count reefs by hand, which is slow. ReefWatch counts animals by tracking them through stereo video. It reaches 88.4% accuracy on the Lagoon benchmark.",
        },
        new
        {
            id = "reef:2", title = "TideNet: Reef Maps from Drones", year = 2025, listed = "2025-07-28",
            @abstract = "TideNet maps reefs from drone images at low tide. It reaches 91.2% accuracy on the Lagoon benchmark and needs one flight.",
        },
        new
        {
            id = "kelp:1", title = "KelpScan: Mapping $\\mathcal{O}(n)$ Forests", year = 2023, listed = "2025-07-25",
            @abstract = "Kelp grows  half a metre a day in {\\em spring}. KelpScan maps kelp forests and is 40\\% faster than divers. Winter storms thin the forests by a third.",
        },
        new
        {
            id = "hostile", title = "Hostile <script>window.hit=1</script> Markup in \"Pages\"", year = 2022, url = "javascript:window.hit=1", listed = "2025-07-28",
            @abstract = "Hostile markup in a page <img src=x onerror=window.hit=1> runs code of strangers. </p><svg onload=window.hit=1> We study how pages hold it off with text nodes.",
        },
        new { id = "bare", title = "A Reef Paper without an Abstract", year = 2020 },
    ];

    private readonly TemporaryFolder _folder = new();
    private Task<IReadOnlyDictionary<string, string>>? _results;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public Task<IReadOnlyDictionary<string, string>> ResultsAsync() => _results ??= RunAsync();

    public void Dispose() => _folder.Dispose();

    private async Task<IReadOnlyDictionary<string, string>> RunAsync()
    {
        var browser = ChromiumProgram.Require();
        await IngestAsync();
        var made = JsonDocument.Parse((await ProgramRun.RunAsync(ProgramRun.Chat, ["serve", "--new-key", "page", "--json"], Token)).Output).RootElement;
        await using var open = await ServerRun.StartAsync(_folder.File("library"));
        await using var guarded = await ServerRun.StartAsync(
            _folder.File("library"), new Dictionary<string, string?> { ["PAPERCHAT__SERVE__KEYS__PAGE"] = made.GetProperty("hash").GetString() });
        var run = await NodeProgram.RunAsync("web-page.cjs", "playwright-core", AddressOf(open), AddressOf(guarded), made.GetProperty("key").GetString()!, browser);
        Assert.True(run.ExitCode == 0, run.ToString());
        return JsonSerializer.Deserialize<Dictionary<string, string>>(run.Output)!;
    }

    private static string AddressOf(ServerRun server) => server.Address.ToString().TrimEnd('/');

    private async Task IngestAsync()
    {
        var file = _folder.File("papers.jsonl");
        await File.WriteAllLinesAsync(file, Papers.Select(p => JsonSerializer.Serialize(p)), Token);
        var ingested = await ProgramRun.RunAsync(ProgramRun.Ingest, [file, "--library", _folder.File("library")], Token);
        Assert.True(ingested.ExitCode == 0, ingested.ToString());
    }
}
