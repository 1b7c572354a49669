using PaperChat.Ingestion;

namespace PaperChat.Sources.Feeds;

/// <summary>A source that is a service: it can fail in the middle, and another one may take over.</summary>
public abstract class Feed : IPaperSource
{
    public abstract string Format { get; }

    public abstract string Location { get; }

    /// <summary>Why the last reading broke off; null when it came to its end.</summary>
    public SourceException? Failure { get; protected set; }

    public abstract IAsyncEnumerable<SourceItem> ReadAsync(CancellationToken cancellationToken);
}
