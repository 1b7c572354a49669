namespace PaperChat.Embedded.Index;

/// <summary>A growing list of occurrences in blocks of one size; only a first, small one is shorter. Not thread-safe.</summary>
internal sealed class OccurrenceList(OccurrenceBlocks memory)
{
    private const int FirstSize = 32;

    private List<Occurrence[]> _blocks = [];
    private Occurrence[] _last = [];
    private int _inLast;

    public Occurrence this[int index] => _blocks[index / OccurrenceBlocks.Size][index % OccurrenceBlocks.Size];

    public void Add(Occurrence occurrence)
    {
        if (_inLast == _last.Length)
        {
            Grow();
        }

        _last[_inLast++] = occurrence;
    }

    /// <summary>Sorts by terms, each term's occurrences in their order, and returns where each term begins, with the end behind the last.</summary>
    /// <param name="terms">More than the highest number of a term.</param>
    public int[] SortByTerms(int terms)
    {
        var starts = new int[terms + 1];
        for (var block = 0; block < _blocks.Count; block++)
        {
            foreach (ref readonly var occurrence in InBlock(block))
            {
                starts[occurrence.Term + 1]++;
            }
        }

        for (var term = 0; term < terms; term++)
        {
            starts[term + 1] += starts[term];
        }

        var next = starts.AsSpan(0, terms).ToArray();
        var sorted = new List<Occurrence[]>(_blocks.Count);
        for (var block = 0; block < _blocks.Count; block++)
        {
            sorted.Add(_blocks[block].Length < OccurrenceBlocks.Size ? new Occurrence[_blocks[block].Length] : memory.Take());
        }

        for (var block = 0; block < _blocks.Count; block++)
        {
            foreach (ref readonly var occurrence in InBlock(block))
            {
                var at = next[occurrence.Term]++;
                sorted[at / OccurrenceBlocks.Size][at % OccurrenceBlocks.Size] = occurrence;
            }
        }

        _blocks.ForEach(memory.Give);
        _blocks = sorted;
        _last = sorted.Count == 0 ? [] : sorted[^1];
        return starts;
    }

    /// <summary>Gives the memory back.</summary>
    public void Clear()
    {
        _blocks.ForEach(memory.Give);
        _blocks.Clear();
        (_last, _inLast) = ([], 0);
    }

    private ReadOnlySpan<Occurrence> InBlock(int block) =>
        _blocks[block].AsSpan(0, block < _blocks.Count - 1 ? OccurrenceBlocks.Size : _inLast);

    private void Grow()
    {
        if (_last.Length is > 0 and < OccurrenceBlocks.Size)
        {
            var larger = _last.Length * 8 < OccurrenceBlocks.Size ? new Occurrence[_last.Length * 8] : memory.Take();
            _last.CopyTo(larger, 0);
            (_blocks[^1], _last) = (larger, larger);
            return;
        }

        _last = _blocks.Count == 0 ? new Occurrence[FirstSize] : memory.Take();
        _blocks.Add(_last);
        _inLast = 0;
    }
}
