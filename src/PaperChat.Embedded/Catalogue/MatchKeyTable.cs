namespace PaperChat.Embedded.Catalogue;

/// <summary>
/// Numbers of papers by 32-bit keys, several a key: open addressing with linear probing, in parts by the keys' upper bits, so that it
/// grows a part at a time and a row of sorted keys fills one after the other. Not thread-safe.
/// </summary>
internal sealed class MatchKeyTable
{
    private const int PartBits = 6;
    private const int FirstSize = 64;

    // Key in the upper half, paper in the lower; papers count from 1, so that 0 is free.
    private readonly ulong[][] _parts = new ulong[1 << PartBits][];
    private readonly int[] _counts = new int[1 << PartBits];

    public MatchKeyTable()
    {
        for (var i = 0; i < _parts.Length; i++)
        {
            _parts[i] = new ulong[FirstSize];
        }
    }

    public void Find(uint key, SortedSet<long> papers)
    {
        var part = _parts[key >> (32 - PartBits)];
        var mask = (uint)part.Length - 1;
        for (var at = key & mask; part[at] != 0; at = (at + 1) & mask)
        {
            if (part[at] >> 32 == key)
            {
                papers.Add((uint)part[at]);
            }
        }
    }

    /// <summary>Whether it was not there yet.</summary>
    public bool Add(uint key, uint paper)
    {
        var number = key >> (32 - PartBits);
        var part = _parts[number];
        if ((_counts[number] + 1) * 3 > part.Length * 2)
        {
            part = _parts[number] = Larger(part);
        }

        var entry = ((ulong)key << 32) | paper;
        var at = FreeOrSame(part, entry);
        if (part[at] == entry)
        {
            return false;
        }

        part[at] = entry;
        _counts[number]++;
        return true;
    }

    public List<ulong> All() => [.. _parts.SelectMany(p => p).Where(e => e != 0)];

    private static ulong[] Larger(ulong[] part)
    {
        var larger = new ulong[part.Length * 2];
        foreach (var entry in part)
        {
            if (entry != 0)
            {
                larger[FreeOrSame(larger, entry)] = entry;
            }
        }

        return larger;
    }

    private static uint FreeOrSame(ulong[] part, ulong entry)
    {
        var mask = (uint)part.Length - 1;
        var at = (uint)(entry >> 32) & mask;
        while (part[at] != 0 && part[at] != entry)
        {
            at = (at + 1) & mask;
        }

        return at;
    }
}
