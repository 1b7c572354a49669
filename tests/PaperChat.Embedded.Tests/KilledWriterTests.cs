using System.Globalization;
using PaperChat.Embedded.Catalogue;
using PaperChat.Library;
using PaperChat.LibraryProcess;
using PaperChat.Papers;
using PaperChat.TestSupport;
using PaperChat.Text;

namespace PaperChat.Embedded.Tests;

/// <summary>A writer's process is killed at many of its steps; what is left must be one of the states it committed.</summary>
public sealed class KilledWriterTests
{
    // The steps are tried in strides, so that the test stays short; each part takes other ones.
    private const int Parts = 4;
    private const int Stride = 32;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task A_library_holds_every_committed_paper_and_none_by_half(int part)
    {
        using var whole = new TemporaryFolder();
        var complete = await RunAsync(whole.Path, killAt: null);
        var steps = int.Parse(complete[^1]["steps ".Length..], CultureInfo.InvariantCulture);
        Assert.True(steps > 100, $"Only {steps} steps: the scenario tests too little.");

        for (var killAt = 1 + (part * Stride / Parts); killAt <= steps; killAt += Stride)
        {
            using var folder = new TemporaryFolder();
            var printed = await RunAsync(folder.Path, killAt);
            await AssertCommittedStateAsync(folder.Path, printed.Count);

            var resumed = await RunAsync(folder.Path, killAt: null);

            Assert.StartsWith("steps", resumed[^1], StringComparison.Ordinal);
            Assert.Equal(WriterScenario.Commits, await AssertCommittedStateAsync(folder.Path, WriterScenario.Commits));
            AssertNoLeftovers(folder.Path);
        }
    }

    private static async Task<int> AssertCommittedStateAsync(string folder, int printed)
    {
        if (printed == 0 && !EmbeddedLibraryMaintenance.Exists(folder))
        {
            return 0;
        }

        EmbeddedLibrary library;
        try
        {
            library = await EmbeddedLibrary.OpenAsync(folder, TimeProvider.System, Token);
        }
        catch (LibraryException e) when (printed == 0 && e.Message.Contains("no library", StringComparison.Ordinal))
        {
            return 0;
        }

        await using (library)
        {
            // Killed between a commit and its line on the output, the process did one more than it said.
            var done = await WriterScenario.DoneAsync(folder, Token);
            Assert.InRange(done, printed, printed + 1);
            var expected = WriterScenario.StateAfter(done);
            var papers = new SortedDictionary<string, string>(StringComparer.Ordinal);
            await foreach (var paper in library.ListAsync(SearchFilters.None, Token))
            {
                papers[paper.Id.Value] = paper.Abstract;
            }

            Assert.Equal(expected, papers);
            await AssertFoundAsync(library, expected);
            Assert.Empty(await EmbeddedLibraryMaintenance.VerifyAsync(folder, Token));
            return done;
        }
    }

    private static async Task AssertFoundAsync(EmbeddedLibrary library, SortedDictionary<string, string> expected)
    {
        var request = new SearchRequest { Terms = [.. TextAnalyzer.Analyze("shared").Select(t => new WeightedTerm(t.Term))], Limit = 1000 };
        var found = (await library.SearchAsync(request, Token)).Lexical;
        Assert.Equal(expected.Keys, found.Select(c => c.Paper.Value).Order(StringComparer.Ordinal));
        foreach (var id in expected.Keys)
        {
            Assert.Equal(id, Assert.Single(await library.GetAsync([new PaperId("doi:10.1/" + id)], Token)).Id.Value);
        }
    }

    private static async Task<List<string>> RunAsync(string folder, int? killAt)
    {
        string[] step = killAt is { } number ? [number.ToString(CultureInfo.InvariantCulture)] : [];
        using var process = OtherProcess.Start(["write", folder, .. step]);
        var (exitCode, output, errors) = await process.FinishAsync(Token);
        Assert.Equal("", errors);
        Assert.Equal(killAt is null, exitCode == 0);
        return [.. output.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)];
    }

    private static void AssertNoLeftovers(string path)
    {
        var folder = LibraryFolder.At(path);
        using var catalogue = CatalogueFile.OpenToRead(folder, out _);
        var named = SegmentRows.Read(catalogue).SelectMany(s => (string?[])[s.File, s.Deletes]).OfType<string>();
        var there = Directory.EnumerateFiles(path, "index-*").Select(Path.GetFileName);
        Assert.Equal(named.Order(StringComparer.Ordinal), there.Order(StringComparer.Ordinal));
    }
}
