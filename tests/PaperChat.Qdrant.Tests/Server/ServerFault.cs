namespace PaperChat.Qdrant.Tests.Server;

/// <summary>How the server misbehaves on one call.</summary>
internal sealed record ServerFault
{
    /// <summary>Answers with this status and does nothing.</summary>
    public int? Status { get; init; }

    public string Body { get; init; } = "";

    public string? RetryAfter { get; init; }

    /// <summary>Breaks the connection before anything is done.</summary>
    public bool BreaksBefore { get; init; }

    /// <summary>Does what was asked, and breaks the connection instead of answering.</summary>
    public bool BreaksAfter { get; init; }

    /// <summary>Answers only when this ends.</summary>
    public Task? Waits { get; init; }
}
