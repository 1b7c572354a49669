namespace PaperChat.Peers.Engines;

/// <summary>A search engine that is measured inside a process of this program.</summary>
internal interface IPeerEngine
{
    /// <summary>Reads the papers and leaves an index in the empty folder, ready to be opened by another process.</summary>
    Task BuildAsync(string papers, string folder, CancellationToken cancellationToken);

    /// <summary>The caller disposes the index.</summary>
    Task<IPeerIndex> OpenAsync(string folder, CancellationToken cancellationToken);
}
