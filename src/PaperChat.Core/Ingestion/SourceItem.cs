namespace PaperChat.Ingestion;

/// <summary>
/// What a source yields. <see cref="BytesRead"/> is how far into the input (as stored, compressed or not) the reader has come,
/// for progress.
/// </summary>
public abstract record SourceItem(long? Line, long BytesRead)
{
    /// <summary>A record that was read.</summary>
    public sealed record Read(SourceRecord Record, long? Line, long BytesRead) : SourceItem(Line, BytesRead)
    {
        /// <summary>What the user should know of the record, though it was read: a key that another one has too. Null mostly.</summary>
        public string? Remark { get; init; }
    }

    /// <summary>A record that was not, and why, in words for the user.</summary>
    public sealed record Rejected(string Reason, long? Line, long BytesRead) : SourceItem(Line, BytesRead);
}
