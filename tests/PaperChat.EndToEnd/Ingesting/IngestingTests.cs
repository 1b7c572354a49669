using System.Text.Json;
using PaperChat.TestSupport;

namespace PaperChat.EndToEnd.Ingesting;

public sealed class IngestingTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly IngestRun _ingest;

    public IngestingTests() => _ingest = new IngestRun(_folder.File("library"));

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_page_goes_in_and_the_closing_line_counts_it()
    {
        var result = await _ingest.RunAsync(_folder.Write("page.txt", WrittenPapers.Page(5)));

        Assert.True(result.ExitCode == 0, result.ToString());
        Assert.Contains("5 added", result.Output, StringComparison.Ordinal);
        Assert.Equal(5, await _ingest.CountPapersAsync());
    }

    [Fact]
    public async Task The_same_page_again_changes_nothing_and_says_so()
    {
        var page = _folder.Write("page.txt", WrittenPapers.Page(5));
        await _ingest.RunAsync(page);

        var again = await _ingest.RunAsync(page);

        Assert.True(again.ExitCode == 0, again.ToString());
        Assert.Contains("Nothing changed", again.Output, StringComparison.Ordinal);
        await _ingest.ExpectAsync(0, added: 0, changed: 0, unchanged: 5, rejected: 0, page);
    }

    [Fact]
    public async Task A_changed_abstract_replaces_the_old_one()
    {
        await _ingest.ExpectAsync(0, added: 5, changed: 0, unchanged: 0, rejected: 0, _folder.Write("page.txt", WrittenPapers.Page(5)));

        var changed = _folder.Write("changed.txt", WrittenPapers.Page(5, changed: 3));
        await _ingest.ExpectAsync(0, added: 0, changed: 1, unchanged: 4, rejected: 0, changed);

        await _ingest.ExpectAsync(0, added: 0, changed: 0, unchanged: 5, rejected: 0, changed);
        Assert.Equal(5, await _ingest.CountPapersAsync());
    }

    [Fact]
    public async Task Standard_input_is_read_for_a_dash()
    {
        await using var run = _ingest.Start("-");
        await run.Input.WriteAsync(System.Text.Encoding.UTF8.GetBytes(WrittenPapers.Lines(1, 3)), TestContext.Current.CancellationToken);

        var result = await run.FinishAsync(TestContext.Current.CancellationToken);

        Assert.True(result.ExitCode == 0, result.ToString());
        Assert.Contains("3 added", result.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_mapping_says_what_a_file_calls_the_fields()
    {
        var path = _folder.Write("news.csv", "headline,teaser,who\n\"Counting otters\",\"We count otters from the air.\",\"Ada Reef\"\n");

        await _ingest.ExpectAsync(0, added: 1, changed: 0, unchanged: 0, rejected: 0, path, "--map", "title=headline,abstract=teaser,authors=who");

        var wrong = await _ingest.RunAsync(path, "--map", "headline");
        Assert.True(wrong.ExitCode == 2, wrong.ToString());
        Assert.Contains("--map", wrong.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_plan_says_what_would_change_and_changes_nothing()
    {
        await _ingest.RunAsync(_folder.Write("page.txt", WrittenPapers.Page(5)));

        var result = await _ingest.ExpectAsync(0, added: 2, changed: 1, unchanged: 4, rejected: 0, "plan", _folder.Write("more.txt", WrittenPapers.Page(7, changed: 2)));

        Assert.Equal("", result.Error);
        Assert.Equal(5, await _ingest.CountPapersAsync());
    }

    [Fact]
    public async Task A_plan_tells_duplicates_of_the_library_and_of_the_same_input()
    {
        await _ingest.RunAsync(_folder.Write("page.txt", WrittenPapers.Page(5)));
        var lines = _folder.Write("more.jsonl", WrittenPapers.Lines(4, 6) + WrittenPapers.Lines(6, 6));

        var result = await _ingest.ExpectAsync(0, added: 1, changed: 0, unchanged: 0, rejected: 0, "plan", lines);

        var plan = JsonDocument.Parse(result.Output).RootElement;
        Assert.Equal(3, plan.GetProperty("duplicates").GetInt32());
        Assert.Equal(
            [("written-4", 1), ("written-5", 2), ("written-6", 4)],
            plan.GetProperty("duplicateRecords").EnumerateArray().Select(d => (d.GetProperty("id").GetString(), d.GetProperty("line").GetInt32())));
        Assert.False(plan.TryGetProperty("embedding", out _));
        var text = await _ingest.RunAsync("plan", lines);
        Assert.StartsWith("duplicate of ", text.Output, StringComparison.Ordinal);
        Assert.Contains("It would be: 1 added, 0 changed, 3 duplicates, 0 unchanged, 0 rejected", text.Output, StringComparison.Ordinal);
        Assert.Equal(5, await _ingest.CountPapersAsync());
    }

    [Fact]
    public async Task The_seed_page_goes_in_whole()
    {
        var page = SharedFolder.Require(Path.Combine("seeds", "daily-papers-07-28.txt"));

        await _ingest.ExpectAsync(0, added: 64, changed: 0, unchanged: 0, rejected: 0, page, "--date", "2025-07-28");
        await _ingest.ExpectAsync(0, added: 0, changed: 0, unchanged: 64, rejected: 0, page, "--date", "2025-07-28");
    }

    [Theory]
    [InlineData()]
    [InlineData("page.txt", "--date", "28 July")]
    [InlineData("page.txt", "--format", "parchment")]
    [InlineData("page.txt", "--no-such-option")]
    public async Task Wrong_usage_is_exit_code_2_and_touches_nothing(params string[] arguments)
    {
        var result = await _ingest.RunAsync(arguments);

        Assert.True(result.ExitCode == 2, result.ToString());
        Assert.Equal("", result.Output);
        Assert.False(Directory.Exists(_folder.File("library")));
    }

    [Fact]
    public async Task Without_a_place_for_the_library_the_error_names_the_option_and_the_variable()
    {
        var nowhere = new Dictionary<string, string?> { ["HOME"] = null, ["XDG_DATA_HOME"] = null, ["LOCALAPPDATA"] = null };
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows always has a local application data folder.");

        var result = await ProgramRun.RunAsync(
            ProgramRun.Ingest, [_folder.Write("page.txt", WrittenPapers.Page(1))], TestContext.Current.CancellationToken, nowhere);

        Assert.Equal(2, result.ExitCode);
        Assert.Contains("--library", result.Error, StringComparison.Ordinal);
        Assert.Contains("PAPERCHAT_LIBRARY", result.Error, StringComparison.Ordinal);
    }
}
