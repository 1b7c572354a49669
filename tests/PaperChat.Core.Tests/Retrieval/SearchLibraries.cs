using PaperChat.Ingestion;
using PaperChat.Library;
using PaperChat.Papers;
using PaperChat.TestSupport;

namespace PaperChat.Core.Tests.Retrieval;

internal static class SearchLibraries
{
    /// <summary>A library in memory with vectors.</summary>
    public static async Task<InMemoryPaperLibrary> OfAsync(EmbeddingModel model, IEnumerable<Paper> papers, CancellationToken cancellationToken)
    {
        var library = new InMemoryPaperLibrary(model);
        await using var writer = library.OpenWriter();
        var entries = papers.Select(p => new PaperEntry { Paper = p, Chunks = Chunker.Chunk(p), Provenance = new Provenance("memory", "test", null) });
        await writer.UpsertAsync([.. entries], cancellationToken);
        await writer.CommitAsync(cancellationToken);
        return library;
    }
}
