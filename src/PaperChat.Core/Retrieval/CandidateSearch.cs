using PaperChat.Answering;
using PaperChat.Library;

namespace PaperChat.Retrieval;

/// <summary>
/// Ranks a library's chunks for a query by words, by meaning, or by both. Without a model, or in a library without vectors, a
/// hybrid ranking is the lexical one; so is any ranking while the model's service cannot be reached. Thread-safe.
/// </summary>
/// <param name="library">The library.</param>
/// <param name="model">The model of the library's vectors; null for none.</param>
public sealed class CandidateSearch(IPaperLibrary library, EmbeddingModel? model)
{
    /// <summary>The chunks of one ranking, best first; of a hybrid one more than the request's limit, as many as were compared.</summary>
    /// <param name="text">The query in words, which is embedded.</param>
    /// <param name="request">Terms, phrases and filters.</param>
    /// <param name="mode">Which lists.</param>
    /// <param name="notes">Is told when the words alone had to do; null where nobody is.</param>
    /// <param name="cancellationToken">Stops the search.</param>
    /// <exception cref="IndexIncompatibleException">The library's vectors were made by another model.</exception>
    public async Task<IReadOnlyList<FusedCandidate>> SearchAsync(
        string text, SearchRequest request, RetrievalMode mode, ICollection<string>? notes, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(request);
        if (mode == RetrievalMode.Lexical || model is null)
        {
            var lexical = await library.SearchAsync(mode == RetrievalMode.Dense ? request with { Terms = [] } : request, cancellationToken);
            return HybridFusion.Fuse(lexical, null, 0);
        }

        if (await EmbedAsync(model, text, notes, cancellationToken) is not { } vector)
        {
            return HybridFusion.Fuse(await library.SearchAsync(request, cancellationToken), null, 0);
        }

        if (mode == RetrievalMode.Dense)
        {
            var near = await library.SearchAsync(request with { Terms = [], Vector = vector, VectorModel = model.Info }, cancellationToken);
            return [.. near.Dense.Select(c => new FusedCandidate(c.Paper, c.Chunk, c.Score) { Cosine = c.Score })];
        }

        var both = request with
        {
            Vector = vector,
            VectorModel = model.Info,
            WithVectors = true,
            Limit = Math.Max(HybridFusion.ListLength, 2 * request.Limit),
        };
        var lists = await library.SearchAsync(both, cancellationToken);
        return HybridFusion.Fuse(lists, vector, await KnownWords.ShareAsync(text, model, library, cancellationToken));
    }

    // A service that is down costs the meaning, not the answer.
    private static async Task<ReadOnlyMemory<float>?> EmbedAsync(EmbeddingModel model, string text, ICollection<string>? notes, CancellationToken cancellationToken)
    {
        try
        {
            return (await model.EmbedAsync([text], cancellationToken))[0];
        }
        catch (ModelException failure) when (failure.IsTransient)
        {
            notes?.Add($"Found by words alone: {failure.Message}");
            return null;
        }
    }
}
