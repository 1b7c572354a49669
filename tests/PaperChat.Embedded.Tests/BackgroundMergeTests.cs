using PaperChat.Embedded.Index;
using PaperChat.Library;
using PaperChat.TestSupport;

namespace PaperChat.Embedded.Tests;

/// <summary>Merges of segments beside a writer that goes on. The first merge is held back until a test lets it go.</summary>
public sealed class BackgroundMergeTests : IDisposable
{
    private static readonly string FirstMerge = LibraryFolder.SegmentName(MergePolicy.Fan + 1);
    private readonly TemporaryFolder _folder = new();
    private readonly ManualResetEventSlim _mayMerge = new();
    private readonly TaskCompletionSource _merging = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose()
    {
        _mayMerge.Set();
        _folder.Dispose();
        _mayMerge.Dispose();
    }

    [Fact]
    public async Task Commits_do_not_wait_for_a_merge_and_every_state_has_all_papers()
    {
        var (writer, reader) = await StartMergeAsync();
        await using var _ = reader;

        await Sample.AddAsync(writer, Sample.Entry("x", "Walrus"));
        await Sample.AddAsync(writer, Sample.Entry("y", "Seal"));

        Assert.Equal((string[])[.. Ids(), "x"], await FindAsync(reader, "walrus"));
        Assert.Equal(MergePolicy.Fan + 2, Segments().Count(s => s != FirstMerge));
        await FinishAsync(writer);
        Assert.Equal((string[])[.. Ids(), "x"], await FindAsync(reader, "walrus"));
        Assert.Equal(3, Segments().Length);
    }

    [Fact]
    public async Task Deletions_and_changes_during_a_merge_survive_it()
    {
        var (writer, reader) = await StartMergeAsync();
        await using var _ = reader;

        await writer.DeleteAsync([new("p03")], Token);
        await Sample.AddAsync(writer, Sample.Entry("p05", "Seal"));
        await FinishAsync(writer);

        string[] left = [.. Ids().Except(["p03", "p05"])];
        Assert.Equal(left, await FindAsync(reader, "walrus"));
        Assert.Equal((string[])["p05"], await FindAsync(reader, "seal"));

        // The merge was in vain; later commits merge what there is now.
        for (var i = 0; i < MergePolicy.Fan; i++)
        {
            await Sample.AddAsync(_folder.Path, Sample.Entry($"q{i}", "Otter"));
        }

        Assert.True(Segments().Length < MergePolicy.Fan);
        Assert.Equal(left, await FindAsync(reader, "walrus"));
        Assert.Empty(await EmbeddedLibraryMaintenance.VerifyAsync(_folder.Path, Token));
    }

    [Fact]
    public async Task A_list_that_began_before_a_merge_goes_on_to_its_end_and_the_old_files_go()
    {
        var (writer, reader) = await StartMergeAsync();
        await using var _ = reader;
        await using var papers = reader.ListAsync(SearchFilters.None, Token).GetAsyncEnumerator(Token);
        Assert.True(await papers.MoveNextAsync());

        await FinishAsync(writer);
        await Sample.AddAsync(_folder.Path, Sample.Entry("x", "Walrus"));
        var listed = new List<string> { papers.Current.Id.Value };
        while (await papers.MoveNextAsync())
        {
            listed.Add(papers.Current.Id.Value);
        }

        Assert.Equal(Ids(), listed);
        Assert.Equal((string[])[.. Ids(), "x"], await FindAsync(reader, "walrus"));

        // Some systems keep a file until nobody maps it: a later writer deletes it then.
        await Sample.AddAsync(_folder.Path, Sample.Entry("y", "Seal"));
        Assert.Equal(3, Segments().Length);
    }

    [Fact]
    public async Task A_reader_in_another_process_follows_a_merge_and_keeps_no_old_file()
    {
        var (writer, here) = await StartMergeAsync();
        await using var _ = here;
        using var reader = OtherProcess.Start("read", _folder.Path);
        var all = string.Join(' ', Ids());
        Assert.Equal($"{all} of {MergePolicy.Fan}", await reader.AskAsync("walrus", Token));

        await FinishAsync(writer);

        Assert.Equal($"{all} of {MergePolicy.Fan}", await reader.AskAsync("walrus", Token));
        await Sample.AddAsync(_folder.Path, Sample.Entry("x", "Walrus"));
        Assert.Equal($"{all} x of {MergePolicy.Fan + 1}", await reader.AskAsync("walrus", Token));
        Assert.Equal(2, Segments().Length);
    }

    [Fact]
    public async Task A_writer_that_is_killed_during_a_merge_leaves_a_whole_library()
    {
        var (writer, reader) = await StartMergeAsync();
        await using var _ = reader;
        var copy = Path.Combine(_folder.Path, "copy");
        Directory.CreateDirectory(copy);
        foreach (var file in Directory.GetFiles(_folder.Path).Where(f => Path.GetFileName(f) != "writer.lock"))
        {
            File.Copy(file, Path.Combine(copy, Path.GetFileName(file)));
        }

        // The half-made file of the merge, as it may be found.
        await File.WriteAllBytesAsync(Path.Combine(copy, FirstMerge), [1, 2, 3], Token);
        await Sample.AddAsync(copy, Sample.Entry("x", "Walrus"));

        Assert.Equal((string[])[.. Ids(), "x"], await Sample.SearchAsync(copy, "walrus"));
        Assert.Empty(await EmbeddedLibraryMaintenance.VerifyAsync(copy, Token));
        await FinishAsync(writer);
    }

    private static string[] Ids() => [.. Enumerable.Range(0, MergePolicy.Fan).Select(i => $"p{i:D2}")];

    private static async Task<string[]> FindAsync(EmbeddedLibrary reader, string word) =>
        [.. (await reader.SearchAsync(Sample.Request(word), Token)).Lexical.Select(c => c.Paper.Value).Order(StringComparer.Ordinal)];

    private string[] Segments() => [.. Directory.GetFiles(_folder.Path, "index-*.seg").Select(f => Path.GetFileName(f))];

    // As many commits as a merge takes, the last of which began it.
    private async Task<(EmbeddedLibraryWriter Writer, EmbeddedLibrary Reader)> StartMergeAsync()
    {
        var faults = new WriterFaults { SmallMerge = 0, Create = Create };
        var writer = await EmbeddedLibraryWriter.OpenAsync(_folder.Path, TimeProvider.System, faults, anyAnalyzer: false, Token);
        foreach (var id in Ids())
        {
            await Sample.AddAsync(writer, Sample.Entry(id, "Walrus"));
        }

        await _merging.Task.WaitAsync(Token);
        return (writer, await EmbeddedLibrary.OpenAsync(_folder.Path, TimeProvider.System, Token));
    }

    private Stream Create(string path)
    {
        if (Path.GetFileName(path) == FirstMerge)
        {
            _merging.TrySetResult();
            _mayMerge.Wait(Token);
        }

        return WriterFaults.None.Create(path);
    }

    private async Task FinishAsync(EmbeddedLibraryWriter writer)
    {
        _mayMerge.Set();
        await writer.DisposeAsync();
    }
}
