namespace PaperChat.Embedded.Index;

/// <summary>The postings of one term, unpacked: documents, and for each the places in its title and in its text.</summary>
internal sealed class PlaceList
{
    private readonly int[] _starts;
    private readonly int[] _titleEnds;
    private readonly int[] _places;

    private PlaceList(int[] documents, int[] starts, int[] titleEnds, int[] places)
    {
        Documents = documents;
        _starts = starts;
        _titleEnds = titleEnds;
        _places = places;
    }

    public int[] Documents { get; }

    public ReadOnlySpan<int> PlacesOf(int index, bool inTitle) => inTitle
        ? _places.AsSpan(_starts[index].._titleEnds[index])
        : _places.AsSpan(_titleEnds[index].._starts[index + 1]);

    public static PlaceList Read(SegmentFile segment, in TermEntry entry)
    {
        var documents = new int[entry.Documents];
        var starts = new int[entry.Documents + 1];
        var titleEnds = new int[entry.Documents];
        var cursor = new PostingCursor(segment.Postings(in entry));
        for (var i = 0; cursor.MoveNext(); i++)
        {
            documents[i] = cursor.Document;
            titleEnds[i] = starts[i] + cursor.InTitle;
            starts[i + 1] = titleEnds[i] + cursor.InText;
        }

        return new PlaceList(documents, starts, titleEnds, Unpack(segment.Places(in entry), starts, titleEnds));
    }

    private static int[] Unpack(ReadOnlySpan<byte> bytes, int[] starts, int[] titleEnds)
    {
        var places = new int[starts[^1]];
        var at = 0;
        for (var i = 0; i < titleEnds.Length; i++)
        {
            Unpack(bytes, ref at, places.AsSpan(starts[i]..titleEnds[i]));
            Unpack(bytes, ref at, places.AsSpan(titleEnds[i]..starts[i + 1]));
        }

        return places;
    }

    private static void Unpack(ReadOnlySpan<byte> bytes, ref int at, Span<int> places)
    {
        var place = 0;
        for (var i = 0; i < places.Length; i++)
        {
            place += (int)Varint.Read(bytes, ref at);
            places[i] = place;
        }
    }
}
