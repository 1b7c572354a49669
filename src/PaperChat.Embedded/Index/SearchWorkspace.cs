using System.Collections.Concurrent;

namespace PaperChat.Embedded.Index;

/// <summary>What a search works with, about 100 KB: kept from one search to the next, one for each that runs at the same time.</summary>
internal sealed class SearchWorkspace
{
    private const int MostIdle = 8;

    private static readonly ConcurrentBag<SearchWorkspace> Idle = [];

    public SegmentSearch Segment { get; } = new();

    public BestDocuments Best { get; } = new();

    public static SearchWorkspace Rent() => Idle.TryTake(out var workspace) ? workspace : new SearchWorkspace();

    public static void Return(SearchWorkspace workspace)
    {
        if (Idle.Count < MostIdle)
        {
            Idle.Add(workspace);
        }
    }
}
