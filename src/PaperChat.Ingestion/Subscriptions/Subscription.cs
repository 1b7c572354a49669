using PaperChat.Digests;

namespace PaperChat.Ingestion.Subscriptions;

/// <summary>What somebody wants to hear of, how often and where; and how far they were told.</summary>
internal sealed record Subscription
{
    public required string Id { get; init; }

    public required SubscriptionKind Kind { get; init; }

    /// <summary>The interest or the question.</summary>
    public required string Text { get; init; }

    /// <summary>Ids of papers that the reader likes.</summary>
    public IReadOnlyList<string> Likes { get; init; } = [];

    public required Cadence Cadence { get; init; }

    public int Limit { get; init; } = DigestRequest.UsualLimit;

    public bool Trending { get; init; }

    public required Delivery Delivery { get; init; }

    public required DateTimeOffset Created { get; init; }

    /// <summary>The last time of the schedule that was dealt with.</summary>
    public required DateTimeOffset Period { get; init; }

    /// <summary>The number of the last paper (see <see cref="Watch.SeenPapers"/>) that was looked at for the reader.</summary>
    public required long Told { get; init; }

    /// <summary>Of a question: the answer that the reader was told; null before it was first asked.</summary>
    public KeptAnswer? Kept { get; init; }

    /// <summary>Of a question: the state of the library in which it was last asked; null before.</summary>
    public long? Asked { get; init; }

    /// <summary>Of a question: what the reader is to be told next.</summary>
    public PendingChanges? Changes { get; init; }
}
