using PaperChat.Embedded;
using PaperChat.Ingestion;
using PaperChat.Library;
using PaperChat.Models;
using PaperChat.Retrieval;
using PaperChat.Sources;

namespace PaperChat.Peers.Engines;

/// <summary>
/// PaperChat as it is used: the whole ingestion (reading, normalising, cataloguing; embedding by the built-in model where vectors are
/// searched), and the embedded library's search.
/// </summary>
internal sealed class PaperChatEngine(RetrievalMode mode, TimeProvider time) : IPeerEngine
{
    public async Task BuildAsync(string papers, string folder, CancellationToken cancellationToken)
    {
        await using var writer = await EmbeddedLibraryWriter.OpenAsync(folder, time, Model(), cancellationToken);
        var sources = await new SourceFinder(new SourceOptions()).FindAsync([papers], standardInput: null, cancellationToken);
        var summary = await new IngestionPipeline(writer, time).RunAsync(
            sources, new IngestionOptions { Input = papers, KeepIds = true }, cancellationToken);
        if (summary.Counts.Rejected > 0)
        {
            throw new PaperChatException($"{summary.Counts.Rejected} papers of {papers} were rejected.");
        }
    }

    public async Task<IPeerIndex> OpenAsync(string folder, CancellationToken cancellationToken)
    {
        var library = await EmbeddedLibrary.OpenAsync(folder, time, cancellationToken);
        return mode == RetrievalMode.Lexical ? new PaperChatIndex(library) : new PaperChatSearch(library, mode, Model(), time);
    }

    private EmbeddingModel? Model() => mode == RetrievalMode.Lexical ? null : new EmbeddingModel(new StaticEmbeddingGenerator());
}
