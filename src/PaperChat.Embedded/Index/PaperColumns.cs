using PaperChat.Papers;
using PaperChat.Text;

namespace PaperChat.Embedded.Index;

/// <summary>What a segment knows of its papers, for filters and results, while it is built.</summary>
internal sealed class PaperColumns
{
    private readonly ByteBuffer _keys = new();
    private readonly List<string> _ids = [];
    private readonly ByteBuffer _years = new();
    private readonly ByteBuffer _listed = new();
    private readonly ByteBuffer _kinds = new();
    private readonly ValueLists _venues = new(SegmentSection.VenueOffsets);
    private readonly ValueLists _categories = new(SegmentSection.CategoryOffsets);
    private readonly ValueLists _authors = new(SegmentSection.AuthorOffsets);

    public int Count => _ids.Count;

    /// <summary>Adds a paper and returns its number.</summary>
    public int Add(long key, Paper paper)
    {
        var number = Add(key, paper.Id.Value, paper.Year ?? 0, Encode(paper.Listed), (byte)paper.Kind);
        if (paper.Venue is { } venue)
        {
            _venues.Add(venue, number);
        }

        foreach (var category in paper.Categories)
        {
            _categories.Add(category, number);
        }

        foreach (var author in paper.Authors)
        {
            _authors.Add(author, number);
        }

        return number;
    }

    /// <summary>Adds a paper of another segment, without its values.</summary>
    public int Add(long key, string id, int year, int listed, byte kind)
    {
        _keys.WriteInt64(key);
        _ids.Add(id);
        _years.WriteInt32(year);
        _listed.WriteInt32(listed);
        _kinds.WriteByte(kind);
        return _ids.Count - 1;
    }

    /// <summary>Adds the values of papers of another segment; <paramref name="numbers"/> maps its papers to ours, -1 for none.</summary>
    public void AddValues(SegmentFile segment, int[] numbers)
    {
        _venues.AddFrom(segment, numbers);
        _categories.AddFrom(segment, numbers);
        _authors.AddFrom(segment, numbers);
    }

    public static int Encode(ListedDate? date) => date is { } day ? ((day.Year ?? 0) * 10000) + (day.Month * 100) + day.Day : 0;

    public static ListedDate? Decode(int listed) => listed == 0
        ? null
        : new ListedDate(listed >= 10000 ? listed / 10000 : null, listed / 100 % 100, listed % 100);

    public void Write(SegmentFileWriter file)
    {
        var ids = new TextTable();
        foreach (var id in _ids)
        {
            ids.Add(id);
        }

        var order = Enumerable.Range(0, _ids.Count).ToArray();
        Array.Sort(_ids.ToArray(), order, Utf8Order.Instance);
        var byId = new ByteBuffer(order.Length * 4);
        foreach (var number in order)
        {
            byId.WriteInt32(number);
        }

        file.WriteSection(SegmentSection.PaperKeys, _keys.Written);
        ids.Write(file, SegmentSection.PaperIdOffsets, SegmentSection.PaperIdBytes);
        file.WriteSection(SegmentSection.PapersById, byId.Written);
        file.WriteSection(SegmentSection.PaperYears, _years.Written);
        file.WriteSection(SegmentSection.PaperListed, _listed.Written);
        file.WriteSection(SegmentSection.PaperKinds, _kinds.Written);
        _venues.Write(file);
        _categories.Write(file);
        _authors.Write(file);
        WriteNames(file);
    }

    private void WriteNames(SegmentFileWriter file)
    {
        var names = new ValueLists(SegmentSection.NameOffsets);
        var authors = _authors.Sorted();
        for (var i = 0; i < authors.Length; i++)
        {
            foreach (var word in TextAnalyzer.Words(authors[i]))
            {
                names.Add(word.Text, i);
            }
        }

        names.Write(file);
    }
}
