using System.Text.Json;
using PaperChat.TestSupport;

namespace PaperChat.EndToEnd.Mcp;

/// <summary>A library of three made-up papers, ingested once for all tests of a class.</summary>
public sealed class McpLibrary : IAsyncLifetime
{
    private readonly TemporaryFolder _folder = new();

    public string Path => _folder.File("library");

    public IReadOnlyDictionary<string, string?> Environment => new Dictionary<string, string?> { ["PAPERCHAT_LIBRARY"] = Path };

    public async ValueTask InitializeAsync()
    {
        var file = _folder.File("papers.jsonl");
        await File.WriteAllLinesAsync(file,
        [
            JsonSerializer.Serialize(new { id = "reef:1", title = "ReefWatch: Counting Corals from Video", year = 2024, @abstract = "Divers count reefs by hand, which is slow. ReefWatch counts animals by tracking them through stereo video. It reaches 88.4% accuracy on the Lagoon benchmark." }),
            JsonSerializer.Serialize(new { id = "reef:2", title = "TideNet: Reef Maps from Drones", year = 2025, @abstract = "TideNet maps reefs from drone images at low tide. It reaches 91.2% accuracy on the Lagoon benchmark and needs one flight." }),
            JsonSerializer.Serialize(new { id = "kelp:1", title = "Kelp Forests in Winter", year = 2023, @abstract = "Kelp grows half a metre a day in spring. Winter storms thin the forests by a third." }),
        ]);
        var ingested = await ProgramRun.RunAsync(ProgramRun.Ingest, [file, "--library", Path], CancellationToken.None);
        Assert.True(ingested.ExitCode == 0, ingested.ToString());
    }

    public ValueTask DisposeAsync()
    {
        _folder.Dispose();
        return ValueTask.CompletedTask;
    }
}
