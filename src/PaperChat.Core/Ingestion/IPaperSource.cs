namespace PaperChat.Ingestion;

/// <summary>
/// One input in one format, read as a stream: papers and rejections in the order of the input, nothing held back, memory bounded
/// whatever its size. A record that cannot be read is a <see cref="SourceItem.Rejected"/> and the rest goes on; an input that
/// cannot be opened or breaks off is one too, as the last item. Only cancellation is thrown.
/// </summary>
public interface IPaperSource
{
    /// <summary>The format's name as <c>--format</c> takes it: <c>daily-papers</c>, <c>jsonl</c>, <c>csv</c>, ...</summary>
    string Format { get; }

    /// <summary>The file or address as the user gave it (or as a folder or glob found it).</summary>
    string Location { get; }

    IAsyncEnumerable<SourceItem> ReadAsync(CancellationToken cancellationToken);
}
