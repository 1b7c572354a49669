namespace PaperChat.Models.Remote;

/// <summary>How much is sent to an embedding service at a time; tokens are estimated.</summary>
public sealed record BatchingOptions
{
    public static BatchingOptions Default { get; } = new();

    /// <summary>Most tokens of one request.</summary>
    public int BatchTokens { get; init; } = 16_000;

    /// <summary>Most texts of one request.</summary>
    public int BatchTexts { get; init; } = 128;

    /// <summary>Most tokens of one text; what is longer is cut.</summary>
    public int TextTokens { get; init; } = 6_000;

    /// <summary>Most requests at a time.</summary>
    public int Concurrency { get; init; } = 4;
}
