namespace PaperChat.Sources.Feeds;

/// <summary>What is wanted of an OAI-PMH service.</summary>
public sealed record OaiQuery
{
    /// <summary>A set such as <c>cs:cs:CL</c>; null for all.</summary>
    public string? Set { get; init; }

    /// <summary>The first day of change; null for all.</summary>
    public DateOnly? From { get; init; }

    public int? Limit { get; init; }

    /// <summary>Whether a feed's location names the same set, from any day on and not cut by a limit.</summary>
    public bool IsSameList(string location)
    {
        ArgumentNullException.ThrowIfNull(location);
        var whole = OaiFeed.LocationOf(new OaiQuery { Set = Set });
        return location == whole || location.StartsWith(whole + " --from ", StringComparison.Ordinal);
    }

    /// <summary>The query as options, the limit first, so that lists that were cut are told from whole ones by their beginning.</summary>
    public override string ToString()
    {
        string?[] options =
        [
            Limit is { } limit ? FormattableString.Invariant($"--limit {limit}") : null,
            Set is null ? null : "--set " + Set,
            From is { } from ? FormattableString.Invariant($"--from {from:yyyy-MM-dd}") : null,
        ];
        return string.Join(' ', options.OfType<string>());
    }
}
