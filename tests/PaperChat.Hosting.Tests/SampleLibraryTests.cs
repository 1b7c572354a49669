using PaperChat.Library;
using PaperChat.Papers;
using PaperChat.TestSupport;

namespace PaperChat.Hosting.Tests;

public sealed class SampleLibraryTests : IDisposable
{
    private const int SamplePapers = 64;

    private readonly TestHost _host = new();
    private readonly TemporaryFolder _folder = new();

    public SampleLibraryTests() => _host["PAPERCHAT_LIBRARY"] = _folder.File("library");

    public void Dispose()
    {
        _host.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public async Task Where_nobody_can_be_asked_an_empty_default_library_takes_the_sample_and_says_so()
    {
        Assert.Equal(SamplePapers, await CountAsync("work", accept: null));

        Assert.Contains("64 summaries", _host.Error, StringComparison.Ordinal);
        Assert.Contains(_folder.File("library"), _host.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_sample_paper_is_a_summary_and_says_where_it_was_read()
    {
        await _host.RunAsync("work", async (context, cancellationToken) =>
        {
            await using var library = await SampleLibrary.OpenAsync(context, null, cancellationToken);
            await foreach (var paper in library.ListAsync(SearchFilters.None, cancellationToken))
            {
                Assert.Equal(PaperKind.Summary, paper.Kind);
                Assert.NotEqual("", paper.Abstract);
            }

            return 0;
        });

        Assert.DoesNotContain("Unexpected", _host.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_accepted_offer_loads_it_and_a_declined_one_leaves_an_empty_library()
    {
        Assert.Equal(0, await CountAsync("work", accept: false));
        Assert.Equal(0, await CountAsync("work", accept: false));
        Assert.Equal(SamplePapers, await CountAsync("work", accept: true));
    }

    [Fact]
    public async Task A_library_with_papers_is_not_asked_about()
    {
        await CountAsync("work", accept: true);
        var asked = false;

        await _host.RunAsync("work", async (context, cancellationToken) =>
        {
            await using var library = await SampleLibrary.OpenAsync(
                context,
                _ =>
                {
                    asked = true;
                    return Task.FromResult(true);
                },
                cancellationToken);
            return 0;
        });

        Assert.False(asked);
    }

    [Fact]
    public async Task A_library_that_the_command_line_names_never_gets_the_sample()
    {
        var explicitFolder = _folder.File("explicit");

        var code = await _host.RunAsync($"work --library {explicitFolder}", async (context, cancellationToken) =>
        {
            await using var library = await SampleLibrary.OpenAsync(context, null, cancellationToken);
            return 0;
        });

        Assert.Equal(ExitCode.Failed, code);
        Assert.Contains(explicitFolder, _host.Error, StringComparison.Ordinal);
        Assert.False(Directory.Exists(explicitFolder));
    }

    private async Task<int> CountAsync(string commandLine, bool? accept)
    {
        var papers = -1;
        var code = await _host.RunAsync(commandLine, async (context, cancellationToken) =>
        {
            Func<CancellationToken, Task<bool>>? answer = accept is { } yes ? _ => Task.FromResult(yes) : null;
            await using var library = await SampleLibrary.OpenAsync(context, answer, cancellationToken);
            papers = (int)(await library.GetStateAsync(cancellationToken)).Papers;
            return ExitCode.Done;
        });
        Assert.True(code == ExitCode.Done, _host.Error);
        return papers;
    }
}
