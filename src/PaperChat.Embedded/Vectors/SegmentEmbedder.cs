using PaperChat.Library;

namespace PaperChat.Embedded.Vectors;

/// <summary>
/// Embeds what one transaction adds. A model that fails loses no paper: what comes after it is left without vectors until the next
/// transaction, found by words alone, and <c>reembed</c> makes the vectors later. Thread-safe.
/// </summary>
internal sealed class SegmentEmbedder(EmbeddingModel model, bool mayFail)
{
    private volatile PaperChatException? _failure;

    public EmbeddingModelInfo Info => model.Info;

    /// <summary>Why the model makes no vectors any more; null while it does.</summary>
    public PaperChatException? Failure => _failure;

    /// <summary>One vector a text; null where the model failed, now or before.</summary>
    public async Task<IReadOnlyList<ReadOnlyMemory<float>>?> TryEmbedAsync(IReadOnlyList<string> texts, CancellationToken cancellationToken)
    {
        if (_failure is not null)
        {
            return null;
        }

        try
        {
            return await model.EmbedAsync(texts, cancellationToken);
        }
        catch (PaperChatException failure) when (mayFail)
        {
            _failure = failure;
            return null;
        }
    }
}
