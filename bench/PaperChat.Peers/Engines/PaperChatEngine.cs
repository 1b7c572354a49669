using PaperChat.Embedded;
using PaperChat.Ingestion;
using PaperChat.Sources;

namespace PaperChat.Peers.Engines;

/// <summary>PaperChat as it is used: the whole ingestion (reading, normalising, cataloguing), and the embedded library's search.</summary>
internal sealed class PaperChatEngine(TimeProvider time) : IPeerEngine
{
    public async Task BuildAsync(string papers, string folder, CancellationToken cancellationToken)
    {
        await using var writer = await EmbeddedLibraryWriter.OpenAsync(folder, time, cancellationToken);
        var sources = await new SourceFinder(new SourceOptions()).FindAsync([papers], standardInput: null, cancellationToken);
        var summary = await new IngestionPipeline(writer, time).RunAsync(
            sources, new IngestionOptions { Input = papers, KeepIds = true }, cancellationToken);
        if (summary.Counts.Rejected > 0)
        {
            throw new PaperChatException($"{summary.Counts.Rejected} papers of {papers} were rejected.");
        }
    }

    public async Task<IPeerIndex> OpenAsync(string folder, CancellationToken cancellationToken) =>
        new PaperChatIndex(await EmbeddedLibrary.OpenAsync(folder, time, cancellationToken));
}
