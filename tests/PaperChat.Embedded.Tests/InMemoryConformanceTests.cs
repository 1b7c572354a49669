using PaperChat.Library;
using PaperChat.LibraryConformance;
using PaperChat.TestSupport;

namespace PaperChat.Embedded.Tests;

public sealed class InMemoryConformanceTests : PaperLibraryConformance<InMemoryPaperLibrary>
{
    private readonly InMemoryPaperLibrary _library = new();

    public override ValueTask DisposeAsync() => _library.DisposeAsync();

    protected override Task<InMemoryPaperLibrary> OpenAsync() => Task.FromResult(_library);

    protected override Task<IPaperLibraryWriter> OpenWriterAsync() => Task.FromResult(_library.OpenWriter());
}
