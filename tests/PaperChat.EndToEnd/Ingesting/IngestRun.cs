using System.Text.Json;
using PaperChat.TestSupport;

namespace PaperChat.EndToEnd.Ingesting;

/// <summary>Runs of <c>paperchat-ingest</c> on one library.</summary>
internal sealed class IngestRun(string library)
{
    public Task<ProgramResult> RunAsync(params string[] arguments) =>
        ProgramRun.RunAsync(ProgramRun.Ingest, [.. arguments, "--library", library], TestContext.Current.CancellationToken);

    public ProgramRun Start(params string[] arguments) => ProgramRun.Start(ProgramRun.Ingest, [.. arguments, "--library", library]);

    /// <summary>Ingests and expects these figures.</summary>
    public async Task<ProgramResult> ExpectAsync(int exitCode, long added, long changed, long unchanged, long rejected, params string[] arguments)
    {
        var result = await RunAsync([.. arguments, "--json"]);
        Assert.True(result.ExitCode == exitCode, result.ToString());
        var summary = JsonDocument.Parse(result.Output).RootElement;
        Assert.Equal(
            (added, changed, unchanged, rejected),
            (Figure("added"), Figure("changed"), Figure("unchanged"), Figure("rejected")));
        return result;

        long Figure(string name) => summary.GetProperty(name).GetInt64();
    }

    /// <summary>The papers in the library, as <c>status</c> counts them; the library must open.</summary>
    public async Task<long> CountPapersAsync()
    {
        var result = await RunAsync("status", "--json");
        Assert.True(result.ExitCode == 0, result.ToString());
        return JsonDocument.Parse(result.Output).RootElement.GetProperty("papers").GetInt64();
    }
}
