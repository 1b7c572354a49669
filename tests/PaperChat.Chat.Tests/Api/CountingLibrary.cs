using PaperChat.Library;
using PaperChat.Papers;
using PaperChat.TestSupport;

namespace PaperChat.Chat.Tests.Api;

/// <summary>A library in memory that counts its searches and takes more papers.</summary>
internal sealed class CountingLibrary(InMemoryPaperLibrary inner) : ForwardingLibrary(inner)
{
    public int Searches { get; private set; }

    public async Task AddAsync(Paper paper, CancellationToken cancellationToken)
    {
        await using var writer = inner.OpenWriter();
        await writer.UpsertAsync([new PaperEntry { Paper = paper, Chunks = [new Chunk(0, PaperField.Abstract, 0, paper.Abstract.Length)], Provenance = new Provenance("memory", "test", null) }], cancellationToken);
        await writer.CommitAsync(cancellationToken);
    }

    public override Task<CandidateLists> SearchAsync(SearchRequest request, CancellationToken cancellationToken)
    {
        Searches++;
        return base.SearchAsync(request, cancellationToken);
    }
}
