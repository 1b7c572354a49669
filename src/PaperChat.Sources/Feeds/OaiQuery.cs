namespace PaperChat.Sources.Feeds;

/// <summary>What is wanted of an OAI-PMH service.</summary>
public sealed record OaiQuery
{
    /// <summary>A set such as <c>cs:cs:CL</c>; null for all.</summary>
    public string? Set { get; init; }

    /// <summary>The first day of change; null for all.</summary>
    public DateOnly? From { get; init; }

    public int? Limit { get; init; }

    public override string ToString() => $"{(Set is null ? "" : "--set " + Set)}{(From is { } from ? $" --from {from:yyyy-MM-dd}" : "")}".Trim();
}
