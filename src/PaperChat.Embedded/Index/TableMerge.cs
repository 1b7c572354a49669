namespace PaperChat.Embedded.Index;

/// <summary>Goes through the same sorted table of several segments at once.</summary>
internal sealed class TableMerge(IReadOnlyList<LiveSegment> sources, SegmentSection table)
{
    private readonly int[] _next = new int[sources.Count];

    /// <summary>Each text once, in order, with the segments that have it and where in their tables. The list is used again.</summary>
    public IEnumerable<(byte[] Text, List<(int Source, int Index)> Holders)> Texts()
    {
        var holders = new List<(int, int)>();
        while (Smallest(holders) is { } text)
        {
            yield return (text, holders);
        }
    }

    private byte[]? Smallest(List<(int Source, int Index)> holders)
    {
        holders.Clear();
        ReadOnlySpan<byte> smallest = default;
        for (var source = 0; source < sources.Count; source++)
        {
            var texts = sources[source].File.Table(table);
            if (_next[source] == texts.Count)
            {
                continue;
            }

            var text = texts.Utf8(_next[source]);
            var order = holders.Count == 0 ? -1 : text.SequenceCompareTo(smallest);
            if (order < 0)
            {
                holders.Clear();
                smallest = text;
            }

            if (order <= 0)
            {
                holders.Add((source, _next[source]));
            }
        }

        foreach (var (source, index) in holders)
        {
            _next[source] = index + 1;
        }

        return holders.Count == 0 ? null : smallest.ToArray();
    }
}
