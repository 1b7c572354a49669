namespace PaperChat.Sources.Feeds;

/// <summary>What is wanted of a search service.</summary>
public sealed record WorkQuery
{
    /// <summary>Words to search for.</summary>
    public string? Text { get; init; }

    /// <summary>OpenAlex: a filter in its own words, such as <c>primary_topic.id:T10028</c>.</summary>
    public string? Filter { get; init; }

    public DateOnly? From { get; init; }

    /// <summary>The last day, included.</summary>
    public DateOnly? To { get; init; }

    public int? Limit { get; init; }

    public override string ToString() => Text ?? Filter ?? "";
}
