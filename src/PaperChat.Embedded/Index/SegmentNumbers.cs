namespace PaperChat.Embedded.Index;

/// <summary>Gives out segment numbers to builders that work side by side.</summary>
internal sealed class SegmentNumbers(long first)
{
    private long _next = first - 1;

    public long Next() => Interlocked.Increment(ref _next);
}
