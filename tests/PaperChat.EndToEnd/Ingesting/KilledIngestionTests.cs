using System.Text;
using System.Text.Json;
using PaperChat.TestSupport;

namespace PaperChat.EndToEnd.Ingesting;

/// <summary>An ingestion that ends at any instant loses no committed paper, leaves none by half, and is completed by the next run.</summary>
public sealed class KilledIngestionTests : IDisposable
{
    /// <summary>More than two commits of the pipeline.</summary>
    private const int Papers = 9_000;

    private readonly TemporaryFolder _folder = new();
    private readonly IngestRun _ingest;

    public KilledIngestionTests() => _ingest = new IngestRun(Directory.CreateDirectory(_folder.File("library")).FullName);

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Killed_at_many_points_one_after_another_the_library_opens_and_the_last_run_completes_it()
    {
        var input = _folder.Write("papers.jsonl", WrittenPapers.Lines(1, Papers));
        var kills = 0;
        var before = 0L;
        foreach (var change in (int[])[1, 2, 3, 5, 8, 13, 21, 34, 60, 120])
        {
            await using var run = _ingest.Start(input);
            using var watcher = new FileSystemWatcher(_folder.File("library"));

            kills += await Kills.AtChangeAsync(run, watcher, change, TestContext.Current.CancellationToken) ? 1 : 0;

            var papers = File.Exists(Path.Combine(_folder.File("library"), "catalogue.db")) ? await CountOrNothingYetAsync() : 0;
            Assert.True(papers >= before, $"{before} papers were committed, {papers} are left.");
            before = papers;
        }

        Assert.True(kills > 0, "No run was killed: the test did not test.");
        await ExpectCompletionAsync(input);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public async Task Killed_after_a_line_of_its_progress_it_is_completed_by_the_next_run(int line)
    {
        var input = _folder.Write("papers.jsonl", WrittenPapers.Lines(1, Papers));
        await using var run = _ingest.Start("-");
        var feeding = FeedAsync(run, WrittenPapers.Lines(1, Papers));
        for (var read = 0; read < line; read++)
        {
            Assert.NotNull(await run.ReadErrorLineAsync(TestContext.Current.CancellationToken));
        }

        run.TryKill();
        await feeding;
        await run.FinishAsync(TestContext.Current.CancellationToken);

        await ExpectCompletionAsync(input);
    }

    [Fact]
    public async Task Interrupted_it_stops_with_130_keeps_what_was_read_and_the_run_counts_as_interrupted()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Needs the kill command.");
        await using var run = _ingest.Start("-");
        await run.Input.WriteAsync(Encoding.UTF8.GetBytes(WrittenPapers.Lines(1, 1_500)), TestContext.Current.CancellationToken);
        while (await run.ReadErrorLineAsync(TestContext.Current.CancellationToken) is { } line && !line.Contains(" papers", StringComparison.Ordinal))
        {
        }

        await run.InterruptAsync(TestContext.Current.CancellationToken);
        var result = await run.FinishAsync(TestContext.Current.CancellationToken, closeInput: false);

        Assert.True(result.ExitCode == 130, result.ToString());
        Assert.DoesNotContain("   at ", result.Error, StringComparison.Ordinal);
        Assert.True(await _ingest.CountPapersAsync() >= 500);
        var status = await _ingest.RunAsync("status", "--json");
        Assert.False(JsonDocument.Parse(status.Output).RootElement.GetProperty("runs")[0].TryGetProperty("finished", out _));
        await ExpectCompletionAsync(_folder.Write("papers.jsonl", WrittenPapers.Lines(1, Papers)));
    }

    private static async Task FeedAsync(ProgramRun run, string lines)
    {
        try
        {
            await run.Input.WriteAsync(Encoding.UTF8.GetBytes(lines), TestContext.Current.CancellationToken);
            run.Input.Close();
        }
        catch (IOException)
        {
            // The program was killed while it was fed.
        }
    }

    /// <summary>Killed while it made the library, a program may leave one that is not there yet, yet never one that does not open.</summary>
    private async Task<long> CountOrNothingYetAsync()
    {
        var result = await _ingest.RunAsync("status", "--json");
        return result.ExitCode == 1 && result.Error.Contains("There is no library", StringComparison.Ordinal)
            ? 0
            : await _ingest.CountPapersAsync();
    }

    private async Task ExpectCompletionAsync(string input)
    {
        var result = await _ingest.RunAsync(input, "--json");
        Assert.True(result.ExitCode == 0, result.ToString());
        var summary = JsonDocument.Parse(result.Output).RootElement;
        Assert.Equal(0, summary.GetProperty("changed").GetInt64());
        Assert.Equal(Papers, summary.GetProperty("added").GetInt64() + summary.GetProperty("unchanged").GetInt64());
        Assert.Equal(Papers, await _ingest.CountPapersAsync());
        await _ingest.ExpectAsync(0, added: 0, changed: 0, unchanged: Papers, rejected: 0, input);
    }
}
