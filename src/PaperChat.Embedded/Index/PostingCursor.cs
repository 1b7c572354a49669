using System.Runtime.CompilerServices;

namespace PaperChat.Embedded.Index;

/// <summary>Goes through the postings of one term in one segment. Starts before the first.</summary>
internal ref struct PostingCursor(ReadOnlySpan<byte> postings)
{
    private readonly ReadOnlySpan<byte> _postings = postings;
    private int _at;

    public int Document { get; private set; } = -1;

    public int InTitle { get; private set; }

    public int InText { get; private set; }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool MoveNext()
    {
        if (_at >= _postings.Length)
        {
            return false;
        }

        var head = Varint.Read(_postings, ref _at);
        Document += (int)(head >> 1);
        if ((head & 1) != 0)
        {
            (InTitle, InText) = (0, 1);
        }
        else
        {
            InTitle = (int)Varint.Read(_postings, ref _at);
            InText = (int)Varint.Read(_postings, ref _at);
        }

        return true;
    }
}
