using PaperChat.Ingestion;

namespace PaperChat.Sources.Feeds;

/// <summary>A service could not answer just now. It never leaves the client as this: what it holds does.</summary>
internal sealed class BusyException(SourceException failure) : PaperChatException(failure.Message, failure, isTransient: true)
{
    public SourceException Failure => failure;

    public TimeSpan? RetryAfter { get; init; }
}
