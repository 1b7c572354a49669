using PaperChat.Library;
using PaperChat.LibraryConformance;

namespace PaperChat.Qdrant.Tests;

/// <summary>On the server that <c>PAPERCHAT_TEST_QDRANT</c> names, where it names one, else on the test server; a collection a test.</summary>
public sealed class QdrantConformanceTests : PaperLibraryConformance<QdrantLibrary>
{
    private readonly TestCollection _collection = new();

    protected override LibraryTraits Traits => TestCollection.Traits;

    public override ValueTask DisposeAsync() => _collection.DisposeAsync();

    protected override async Task<QdrantLibrary> OpenAsync() => await QdrantLibrary.OpenAsync(await _collection.OptionsAsync(), TimeProvider.System, null, Token);

    protected override async Task<IPaperLibraryWriter> OpenWriterAsync(EmbeddingModel? model) =>
        await QdrantLibraryWriter.OpenAsync(await _collection.OptionsAsync(), TimeProvider.System, model, isTrial: false, Token);
}
