using PaperChat.Library;
using PaperChat.LibraryConformance;
using PaperChat.TestSupport;

namespace PaperChat.Embedded.Tests;

public sealed class InMemoryConformanceTests : PaperLibraryConformance<InMemoryPaperLibrary>
{
    private InMemoryPaperLibrary _library = new();
    private EmbeddingModel? _model;

    public override ValueTask DisposeAsync() => _library.DisposeAsync();

    protected override Task<InMemoryPaperLibrary> OpenAsync() => Task.FromResult(_library);

    protected override Task<IPaperLibraryWriter> OpenWriterAsync(EmbeddingModel? model)
    {
        if (model is not null && _model is null)
        {
            _model = model;
            _library = new InMemoryPaperLibrary(model);
        }

        return Task.FromResult(_library.OpenWriter());
    }
}
