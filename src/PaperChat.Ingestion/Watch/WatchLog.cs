using Microsoft.Extensions.Logging;

namespace PaperChat.Ingestion.Watch;

/// <summary>What the watch logs. Addresses of readers are personal: only their redacted form is in it, and no text of a subscription.</summary>
internal static partial class WatchLog
{
    [LoggerMessage(Level = LogLevel.Information, Message = "Source {Source}: {Added} added, {Changed} changed, {Unchanged} unchanged, {Rejected} rejected")]
    public static partial void SourceRead(ILogger logger, string source, long added, long changed, long unchanged, long rejected);

    [LoggerMessage(Level = LogLevel.Debug, Message = "Source {Source}: its files are as they were")]
    public static partial void SourceUnchanged(ILogger logger, string source);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Source {Source} could not be read to its end, for the {Failures}. time in a row; again at {Due:yyyy-MM-dd HH:mm} UTC. {Reason}")]
    public static partial void SourceFailed(ILogger logger, string source, int failures, DateTimeOffset due, string reason);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Source {Source}: {Note}")]
    public static partial void SourceNote(ILogger logger, string source, string note);

    [LoggerMessage(Level = LogLevel.Information, Message = "Digest of {Subscription} for {Period:yyyy-MM-dd HH:mm} UTC: sent to {Reader}")]
    public static partial void DigestSent(ILogger logger, string subscription, DateTimeOffset period, string reader);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Digest of {Subscription} could not be sent to {Reader}, attempt {Attempts}; again at {Due:yyyy-MM-dd HH:mm} UTC. {Reason}")]
    public static partial void DigestPutOff(ILogger logger, string subscription, string reader, int attempts, DateTimeOffset due, string reason);

    [LoggerMessage(Level = LogLevel.Error, Message = "Digest of {Subscription} to {Reader} is given up after attempt {Attempts}. {Reason}")]
    public static partial void DigestGivenUp(ILogger logger, string subscription, string reader, int attempts, string reason);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The watch could not do its work and tries again in a minute. {Reason}")]
    public static partial void CycleFailed(ILogger logger, string reason);
}
