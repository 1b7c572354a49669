using PaperChat.LibraryProcess;
using PaperChat.TestSupport;

namespace PaperChat.Embedded.Tests;

/// <summary>A library that several processes use.</summary>
public sealed class OtherProcessTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_reader_in_another_process_sees_each_commit_without_opening_again()
    {
        using var folder = new TemporaryFolder();
        await using var writer = await EmbeddedLibraryWriter.OpenAsync(folder.Path, TimeProvider.System, Token);
        await Sample.AddAsync(writer, Sample.Entry("a", "Walrus"));
        using var reader = OtherProcess.Start("read", folder.Path);

        Assert.Equal("a of 1", await reader.AskAsync("walrus", Token));
        await writer.UpsertAsync([Sample.Entry("b", "Walrus")], Token);
        Assert.Equal("a of 1", await reader.AskAsync("walrus", Token));
        await writer.CommitAsync(Token);
        Assert.Equal("a b of 2", await reader.AskAsync("walrus", Token));
        for (var i = 0; i < 20; i++)
        {
            await Sample.AddAsync(writer, Sample.Entry($"c{i:D2}", "Seal"));
        }

        await writer.DeleteAsync([new("a")], Token);
        await writer.CommitAsync(Token);
        Assert.Equal("b of 21", await reader.AskAsync("walrus", Token));
    }

    [Fact]
    public async Task A_second_writer_in_another_process_is_told_which_library_is_in_use()
    {
        using var folder = new TemporaryFolder();
        await using var writer = await EmbeddedLibraryWriter.OpenAsync(folder.Path, TimeProvider.System, Token);

        using var second = OtherProcess.Start("write", folder.Path);
        var (exitCode, _, errors) = await second.FinishAsync(Token);

        Assert.NotEqual(0, exitCode);
        Assert.Contains($"Another process is writing to the library in {folder.Path}", errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_reader_without_write_permission_works_and_follows_a_later_writer()
    {
        using var scratch = new TemporaryFolder();
        var folder = Path.Combine(scratch.Path, "library");
        await using (var writer = await EmbeddedLibraryWriter.OpenAsync(folder, TimeProvider.System, Token))
        {
            await Sample.AddAsync(writer, Sample.Entry("a", "Walrus"), Sample.Entry("b", "Walrus"));
        }

        Assert.False(File.Exists(LibraryFolder.At(folder).WriteAheadLog), "A closed library must be readable without its log.");
        OtherProcess.LetEverybodyRead(scratch.Path);
        using var reader = OtherProcess.StartWithoutRights(scratch.Path, "read", folder);
        Assert.Equal("a b of 2", await reader.AskAsync("walrus", Token));
        Assert.SkipUnless(Environment.IsPrivilegedProcess, "The rest needs a writer with more rights than the reader.");

        await using (var writer = await EmbeddedLibraryWriter.OpenAsync(folder, TimeProvider.System, Token))
        {
            await Sample.AddAsync(writer, Sample.Entry("c", "Walrus"));
            OtherProcess.LetEverybodyRead(folder);
            Assert.Equal("a b c of 3", await reader.AskAsync("walrus", Token));
            await Sample.AddAsync(writer, Sample.Entry("d", "Walrus"));
            OtherProcess.LetEverybodyRead(folder);
            Assert.Equal("a b c d of 4", await reader.AskAsync("walrus", Token));
        }

        OtherProcess.LetEverybodyRead(folder);
        Assert.Equal("a b c d of 4", await reader.AskAsync("walrus", Token));
    }

    [Fact]
    public async Task A_reader_without_write_permission_sees_what_a_killed_writer_committed()
    {
        using var scratch = new TemporaryFolder();
        var folder = Path.Combine(scratch.Path, "library");
        using var killed = OtherProcess.Start("write", folder, "150");
        var (exitCode, printed, _) = await killed.FinishAsync(Token);
        Assert.NotEqual(0, exitCode);
        Assert.True(File.Exists(LibraryFolder.At(folder).WriteAheadLog), "The test needs commits that are only in the log.");

        OtherProcess.LetEverybodyRead(scratch.Path);
        using var reader = OtherProcess.StartWithoutRights(scratch.Path, "read", folder);
        var answer = await reader.AskAsync("shared", Token);

        var commits = printed.Split('\n', StringSplitOptions.RemoveEmptyEntries).Length;
        var states = Enumerable.Range(commits, 2).Select(c => WriterScenario.StateAfter(c).Count);
        Assert.Contains(answer, states.Select(count => $"{answer!.Split(" of ")[0]} of {count}"));
    }

    [Fact]
    public async Task A_writer_without_write_permission_says_so()
    {
        using var scratch = new TemporaryFolder();
        var folder = Path.Combine(scratch.Path, "library");
        await using (await EmbeddedLibraryWriter.OpenAsync(folder, TimeProvider.System, Token))
        {
        }

        OtherProcess.LetEverybodyRead(scratch.Path);
        using var existing = OtherProcess.StartWithoutRights(scratch.Path, "write", folder);
        using var absent = OtherProcess.StartWithoutRights(scratch.Path, "write", Path.Combine(scratch.Path, "new", "library"));

        Assert.Contains($"The library folder {folder} is not writable", (await existing.FinishAsync(Token)).Errors, StringComparison.Ordinal);
        Assert.Contains("cannot be made", (await absent.FinishAsync(Token)).Errors, StringComparison.Ordinal);
    }
}
