namespace PaperChat.Peers.Engines;

/// <summary>An opened index. Safe for concurrent calls.</summary>
internal interface IPeerIndex : IAsyncDisposable
{
    /// <summary>Ids of the papers that hold any of the words, best first by BM25.</summary>
    Task<IReadOnlyList<string>> SearchAsync(IReadOnlyList<string> words, int limit, CancellationToken cancellationToken);
}
