using PaperChat.Library;
using PaperChat.TestSupport;

namespace PaperChat.Embedded.Tests;

/// <summary>A disk that fills up in the middle of a write keeps what was committed before.</summary>
public sealed class FullDiskTests : IDisposable
{
    private const string FullDevice = "/dev/full";

    private readonly TemporaryFolder _folder = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Index_files_that_do_not_fit()
    {
        Assert.SkipUnless(File.Exists(FullDevice), $"Needs {FullDevice}, which is always full.");
        await AssertKeepsCommittedAsync(new WriterFaults { Create = _ => new FileStream(FullDevice, FileMode.Open, FileAccess.Write) });
    }

    [Fact]
    public async Task An_index_file_whose_stream_breaks_off() =>
        await AssertKeepsCommittedAsync(new WriterFaults { Create = _ => throw new IOException("No space left on device", 28) });

    [Fact]
    public async Task A_catalogue_that_does_not_fit() => await AssertKeepsCommittedAsync(new WriterFaults { MaxCataloguePages = 20 });

    private async Task AssertKeepsCommittedAsync(WriterFaults faults)
    {
        await Sample.AddAsync(_folder.Path, Sample.Entry("a", "Walrus"));
        var entries = Enumerable.Range(0, 500).Select(i => Sample.Entry($"p{i}", "Walrus", $"Text {i} {new string('x', 500)}.")).ToArray();

        await using (var writer = await EmbeddedLibraryWriter.OpenAsync(_folder.Path, TimeProvider.System, faults, anyAnalyzer: false, Token))
        {
            var error = await Assert.ThrowsAsync<LibraryException>(() => Sample.AddAsync(writer, entries));
            Assert.Contains("The disk is full", error.Message, StringComparison.Ordinal);
            Assert.Contains(_folder.Path, error.Message, StringComparison.Ordinal);
            await Assert.ThrowsAsync<LibraryException>(() => writer.CommitAsync(Token));
        }

        Assert.Equal(["a"], await Sample.SearchAsync(_folder.Path, "walrus"));
        await Sample.AddAsync(_folder.Path, entries);
        Assert.Empty(await EmbeddedLibraryMaintenance.VerifyAsync(_folder.Path, Token));
        await using var library = await EmbeddedLibrary.OpenAsync(_folder.Path, TimeProvider.System, Token);
        Assert.Equal(501, (await library.GetStateAsync(Token)).Papers);
    }
}
