namespace PaperChat.Embedded;

/// <summary>Where tests stop a writer, kill it, or let its disk fill up. The product uses <see cref="None"/>.</summary>
internal sealed class WriterFaults
{
    public static WriterFaults None { get; } = new();

    /// <summary>Called with the name of each step that leaves something behind on the disk.</summary>
    public Action<string> Step { get; init; } = _ => { };

    /// <summary>The most pages (of 16,384 bytes) of the catalogue; one more is a full disk to SQLite.</summary>
    public int? MaxCataloguePages { get; init; }

    /// <summary>
    /// Merges of fewer documents are done within a commit, others in the background. A few of the former take no longer than the commit
    /// itself.
    /// </summary>
    public int SmallMerge { get; init; } = 16_384;

    /// <summary>Makes the stream of a new index file.</summary>
    public Func<string, Stream> Create { get; init; } = path => new FileStream(
        path, new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write, Share = FileShare.None, BufferSize = 1 << 20 });
}
