using PaperChat.Library;
using PaperChat.LibraryConformance;
using PaperChat.TestSupport;

namespace PaperChat.Embedded.Tests;

public sealed class EmbeddedConformanceTests : PaperLibraryConformance<EmbeddedLibrary>
{
    private readonly TemporaryFolder _folder = new();

    public override ValueTask DisposeAsync()
    {
        _folder.Dispose();
        return ValueTask.CompletedTask;
    }

    protected override Task<EmbeddedLibrary> OpenAsync() => EmbeddedLibrary.OpenAsync(_folder.Path, TimeProvider.System, Token);

    protected override async Task<IPaperLibraryWriter> OpenWriterAsync(EmbeddingModel? model) =>
        await EmbeddedLibraryWriter.OpenAsync(_folder.Path, TimeProvider.System, model, Token);
}
