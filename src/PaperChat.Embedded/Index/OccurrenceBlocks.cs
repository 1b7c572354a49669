using System.Collections.Concurrent;

namespace PaperChat.Embedded.Index;

/// <summary>
/// Memory of the segments in the making, used again by one after another: left to the garbage collector, that of the finished ones
/// would stay for long beside that of the new ones. Thread-safe.
/// </summary>
internal sealed class OccurrenceBlocks
{
    /// <summary>Occurrences in a block.</summary>
    public const int Size = 1 << 14;

    private readonly ConcurrentBag<Occurrence[]> _free = [];

    public Occurrence[] Take() => _free.TryTake(out var block) ? block : GC.AllocateUninitializedArray<Occurrence>(Size);

    public void Give(Occurrence[] block)
    {
        if (block.Length == Size)
        {
            _free.Add(block);
        }
    }
}
