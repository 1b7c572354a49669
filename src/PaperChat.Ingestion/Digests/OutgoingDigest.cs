namespace PaperChat.Ingestion.Digests;

/// <summary>A digest on its way. Subscription and period name it: there is never a second one of both.</summary>
internal sealed record OutgoingDigest
{
    public required string Subscription { get; init; }

    /// <summary>The time of the schedule that it is for.</summary>
    public required DateTimeOffset Period { get; init; }

    public required DigestState State { get; init; }

    /// <summary>What it says; null once it was sent where nothing shows it again.</summary>
    public required DigestContent? Content { get; init; }

    public required DateTimeOffset Composed { get; init; }

    /// <summary>How often it was tried to send it.</summary>
    public int Attempts { get; init; }

    public required DateTimeOffset Due { get; init; }

    public DateTimeOffset? Sent { get; init; }

    public string? Error { get; init; }
}
