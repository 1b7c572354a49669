using System.Buffers;
using Microsoft.Data.Sqlite;
using PaperChat.Matching;
using PaperChat.Merging;

namespace PaperChat.Embedded.Catalogue;

/// <summary>
/// The keys under which the writer finds papers of one work (<see cref="WorkKeys"/>), the upper 32 bits of each. They are all in memory
/// from the first question on, about 100 bytes a paper; each commit adds a row with those that are new, sorted: the difference to the key before
/// and the paper's number, both in LEB128. A key may lead to a paper that is gone or says something else by now: the papers are
/// compared anyway. Not thread-safe.
/// </summary>
internal sealed class MatchKeyRows(SqliteConnection connection)
{
    private const int MostRows = 64;

    private readonly List<ulong> _new = [];
    private MatchKeyTable? _table;

    /// <summary>Adds the papers that are kept under one of the keys.</summary>
    public void Find(IReadOnlyList<long> sought, SortedSet<long> papers)
    {
        var table = _table ?? Load();
        for (var i = 0; i < sought.Count; i++)
        {
            table.Find((uint)(sought[i] >>> 32), papers);
        }
    }

    /// <summary>Keeps a paper under the keys.</summary>
    public void Add(IReadOnlyList<long> kept, long paper)
    {
        var table = _table ?? Load();
        for (var i = 0; i < kept.Count; i++)
        {
            var key = (uint)(kept[i] >>> 32);
            if (table.Add(key, (uint)paper))
            {
                _new.Add(((ulong)key << 32) | (uint)paper);
            }
        }
    }

    /// <summary>Keeps a paper under the keys of all that its records ever said.</summary>
    public void Add(IEnumerable<WorkRecord> records, long paper)
    {
        foreach (var version in records.SelectMany(r => r.Versions))
        {
            Add(WorkKeys.Of(version.Paper).Kept, paper);
        }
    }

    /// <summary>Writes what is new, before the transaction is committed.</summary>
    public void Write()
    {
        if (_new.Count > 0)
        {
            WriteRow(_new);
            _new.Clear();
        }
    }

    /// <summary>Makes the keys of all papers anew that came in to be merged, those with an alias.</summary>
    public void MakeAnew()
    {
        connection.Run("DELETE FROM match_keys");
        _table = new MatchKeyTable();
        _new.Clear();
        using (var command = connection.Prepare(PaperRows.Select + " WHERE EXISTS (SELECT 1 FROM aliases a WHERE a.paper = p.key)", 0))
        using (var rows = command.ExecuteReader())
        {
            while (rows.Read())
            {
                Add(WorkKeys.Of(PaperRows.Read(rows)).Kept, rows.GetInt64(0));
            }
        }

        foreach (var (paper, records) in RecordRows.ReadAll(connection))
        {
            Add(records, paper);
        }

        Write();
        CatalogueMeta.Set(connection, CatalogueMeta.MatchKeys, (long)WorkKeys.Version);
    }

    private MatchKeyTable Load()
    {
        // A library of an older program, or one whose keys follow other rules.
        if (connection.Scalar<long>($"SELECT value FROM meta WHERE name = '{CatalogueMeta.MatchKeys}'") != WorkKeys.Version)
        {
            MakeAnew();
            return _table!;
        }

        var table = new MatchKeyTable();
        var count = 0;
        using (var command = connection.Prepare("SELECT keys FROM match_keys", 0))
        using (var rows = command.ExecuteReader())
        {
            for (; rows.Read(); count++)
            {
                ReadRow((byte[])rows.GetValue(0), table);
            }
        }

        _table = table;
        if (count > MostRows)
        {
            connection.Run("DELETE FROM match_keys");
            WriteRow(table.All());
        }

        return table;
    }

    private void WriteRow(List<ulong> keys)
    {
        keys.Sort();
        var buffer = new ArrayBufferWriter<byte>(keys.Count * 6);
        uint before = 0;
        foreach (var key in keys)
        {
            Write(buffer, (uint)(key >> 32) - before);
            Write(buffer, (uint)key);
            before = (uint)(key >> 32);
        }

        connection.Run("INSERT INTO match_keys (keys) VALUES ($0)", buffer.WrittenSpan.ToArray());
    }

    private static void Write(ArrayBufferWriter<byte> buffer, uint number)
    {
        var span = buffer.GetSpan(5);
        var length = 0;
        for (; number >= 0x80; number >>= 7)
        {
            span[length++] = (byte)(number | 0x80);
        }

        span[length++] = (byte)number;
        buffer.Advance(length);
    }

    private static void ReadRow(ReadOnlySpan<byte> row, MatchKeyTable table)
    {
        uint key = 0;
        while (row.Length > 0)
        {
            key += Read(ref row);
            table.Add(key, Read(ref row));
        }
    }

    private static uint Read(ref ReadOnlySpan<byte> row)
    {
        uint number = 0;
        for (var shift = 0; shift < 35 && row.Length > 0; shift += 7)
        {
            var next = row[0];
            row = row[1..];
            number |= (next & 0x7FU) << shift;
            if (next < 0x80)
            {
                return number;
            }
        }

        throw new InvalidDataException("the catalogue holds keys of papers that are cut short");
    }
}
