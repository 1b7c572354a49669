using PaperChat.Library;
using PaperChat.Papers;

namespace PaperChat.Review;

/// <summary>The stored vectors of papers.</summary>
internal sealed class PaperVectors(IPaperLibrary library, EmbeddingModel? model)
{
    /// <summary>One vector a paper (of its best chunk for the topic), in order; null where the library has none for some of them.</summary>
    public async Task<IReadOnlyList<ReadOnlyMemory<float>>?> OfAsync(string topic, IReadOnlyList<Paper> papers, CancellationToken cancellationToken)
    {
        if (model is null || papers.Count == 0)
        {
            return null;
        }

        var request = new SearchRequest
        {
            Vector = (await model.EmbedAsync([topic], cancellationToken))[0],
            VectorModel = model.Info,
            Filters = SearchFilters.None with { Papers = [.. papers.Select(p => p.Id)] },
            Limit = 10 * papers.Count,
            WithVectors = true,
        };
        var found = (await library.SearchAsync(request, cancellationToken)).Dense.Where(c => c.Vector is not null)
            .DistinctBy(c => c.Paper).ToDictionary(c => c.Paper, c => c.Vector!.Value);

        // A paper whose cosine with the topic is not above 0 is in no list.
        var missing = papers.Where(p => !found.ContainsKey(p.Id)).ToArray();
        if (missing.Length == papers.Count)
        {
            return null;
        }

        var made = missing.Length == 0 ? [] : await model.EmbedAsync([.. missing.Select(EmbeddingModel.TextOf)], cancellationToken);
        for (var i = 0; i < missing.Length; i++)
        {
            found[missing[i].Id] = made[i];
        }

        return [.. papers.Select(p => found[p.Id])];
    }
}
