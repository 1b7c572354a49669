namespace PaperChat.Embedded.Index;

/// <summary>The postings of one term while a segment is built. Documents come in ascending order, in each the title before the text.</summary>
internal sealed class TermList
{
    private readonly ByteBuffer _postings = new(8);
    private readonly ByteBuffer _places = new(8);
    private int _current = -1;
    private int _written = -1;
    private int _inTitle;
    private int _inText;
    private int _place;

    public int Documents { get; private set; }

    public void AddInTitle(int document, int place)
    {
        MoveTo(document);
        AddPlace(place);
        _inTitle++;
    }

    public void AddInText(int document, int place)
    {
        MoveTo(document);
        if (_inText == 0)
        {
            _place = 0;
        }

        AddPlace(place);
        _inText++;
    }

    public TermEntry Write(SegmentFileWriter file)
    {
        EndDocument();
        return file.WritePostings(Documents, _postings.Written, _places.Written);
    }

    private void MoveTo(int document)
    {
        if (document != _current)
        {
            EndDocument();
            (_current, _inTitle, _inText, _place) = (document, 0, 0, 0);
            Documents++;
        }
    }

    private void AddPlace(int place)
    {
        _places.WriteVarint((uint)(place - _place));
        _place = place;
    }

    private void EndDocument()
    {
        if (_current != _written)
        {
            PostingCodec.Write(_postings, _current - _written, _inTitle, _inText);
            _written = _current;
        }
    }
}
