namespace PaperChat.Ingestion.Subscriptions;

/// <summary>What is kept for a reader.</summary>
internal enum SubscriptionKind
{
    /// <summary>New papers on a subject.</summary>
    Interest = 0,

    /// <summary>What became of the answer to a question.</summary>
    Question = 1,
}
