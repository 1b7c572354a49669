using System.Runtime.InteropServices;

namespace PaperChat.Embedded.Index;

/// <summary>Collects distinct values (venues, names, ...) with the numbers that each belongs to, and writes them sorted.</summary>
internal sealed class ValueLists(SegmentSection first)
{
    private readonly Dictionary<string, (int First, int Last)> _lists = new(StringComparer.Ordinal);

    // The numbers of all values, each with the index of the next one of the same value; 0 ends, since none comes after itself.
    private readonly List<(int Number, int Next)> _numbers = [];

    /// <summary>Numbers of a value must not decrease; the same one again is dropped.</summary>
    public void Add(string value, int number)
    {
        ref var list = ref CollectionsMarshal.GetValueRefOrAddDefault(_lists, value, out var isKnown);
        if (!isKnown)
        {
            list = (_numbers.Count, _numbers.Count);
        }
        else if (_numbers[list.Last].Number == number)
        {
            return;
        }
        else
        {
            CollectionsMarshal.AsSpan(_numbers)[list.Last].Next = _numbers.Count;
            list.Last = _numbers.Count;
        }

        _numbers.Add((number, 0));
    }

    /// <summary>Adds the lists of another segment; <paramref name="numbers"/> maps its numbers to ours, ascending, -1 for none.</summary>
    public void AddFrom(SegmentFile segment, int[] numbers)
    {
        var values = segment.Table(first);
        var lists = new ValueListReader(segment, first);
        for (var i = 0; i < values.Count; i++)
        {
            string? value = null;
            foreach (var number in lists.Read(i))
            {
                if (numbers[number] >= 0)
                {
                    Add(value ??= values.Text(i), numbers[number]);
                }
            }
        }
    }

    /// <summary>The values in the order in which they are written.</summary>
    public string[] Sorted()
    {
        var values = _lists.Keys.ToArray();
        Utf8Order.Sort(values);
        return values;
    }

    public void Write(SegmentFileWriter file)
    {
        var table = new TextTable();
        var offsets = new ByteBuffer((_lists.Count + 1) * 4);
        var lists = new ByteBuffer();
        foreach (var value in Sorted())
        {
            table.Add(value);
            offsets.WriteInt32(lists.Length);
            var previous = 0;
            var at = _lists[value].First;
            do
            {
                lists.WriteVarint((uint)(_numbers[at].Number - previous));
                (previous, at) = _numbers[at];
            }
            while (at != 0);
        }

        offsets.WriteInt32(lists.Length);
        table.Write(file, first, first + 1);
        file.WriteSection(first + 2, offsets.Written);
        file.WriteSection(first + 3, lists.Written);
    }
}
