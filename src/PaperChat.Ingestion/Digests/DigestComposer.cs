using PaperChat.Digests;
using PaperChat.Ingestion.Subscriptions;
using PaperChat.Ingestion.Watch;
using PaperChat.Library;
using PaperChat.Papers;

namespace PaperChat.Ingestion.Digests;

/// <summary>Makes the digest of a subscription: of the papers since its last one, or of what became of an answer.</summary>
internal sealed class DigestComposer(SeenPapers seen, QuestionRun questions, TimeProvider time)
{
    /// <summary>What a reader is to be told, null for nothing, and the subscription as it is when they were.</summary>
    /// <param name="subscription">Whose.</param>
    /// <param name="period">The time of the schedule.</param>
    /// <param name="library">The library; null while there is none.</param>
    /// <param name="model">The model of its vectors.</param>
    /// <param name="generation">The library's state, up to which papers are seen.</param>
    /// <param name="cancellationToken">Stops.</param>
    public async Task<(DigestContent? Content, Subscription Told)> ComposeAsync(
        Subscription subscription, DateTimeOffset period, IPaperLibrary? library, EmbeddingModel? model, long generation, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(subscription);
        if (library is null)
        {
            return (null, subscription with { Period = period });
        }

        if (subscription.Kind == SubscriptionKind.Question)
        {
            var asked = await questions.RunAsync(subscription, library, model, generation, cancellationToken);
            return asked.Changes is { } changes
                ? (new DigestContent(null, asked.Text, changes.Changes), asked with { Period = period, Kept = changes.Now, Told = seen.Last })
                : (null, asked with { Period = period });
        }

        var last = seen.Last;
        var digest = await BuildAsync(subscription, seen.Between(subscription.Told, last), library, model, time, cancellationToken);
        return (digest.IsEmpty ? null : new DigestContent(digest), subscription with { Period = period, Told = last });
    }

    /// <summary>The digest of some papers for an interest.</summary>
    public static Task<Digest> BuildAsync(
        Subscription subscription, IReadOnlyList<PaperId> papers, IPaperLibrary library, EmbeddingModel? model, TimeProvider time, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(subscription);
        return new DigestBuilder(library, time, model).BuildAsync(
            new DigestRequest
            {
                Interest = subscription.Text,
                Likes = [.. subscription.Likes.Select(id => new PaperId(id))],
                Papers = papers,
                Limit = subscription.Limit,
                Trending = subscription.Trending,
            },
            cancellationToken);
    }
}
