namespace PaperChat.Embedded.Index;

/// <summary>The documents of a segment in whose title or text a phrase stands, see <see cref="Library.PhraseMatching"/>.</summary>
internal sealed class PhraseFinder
{
    private readonly IReadOnlyList<string> _phrase;
    private readonly PostingCursor[] _cursors;
    private readonly List<int>[] _places;

    private PhraseFinder(IReadOnlyList<string> phrase, PostingCursor[] cursors)
    {
        _phrase = phrase;
        _cursors = cursors;
        _places = [.. cursors.Select(_ => new List<int>())];
    }

    public static Bits Find(LiveSegment segment, IReadOnlyList<string> phrase)
    {
        if (phrase.Count == 0)
        {
            return Bits.All(segment.File.Documents);
        }

        var found = new Bits(segment.File.Documents);
        var cursors = new PostingCursor[phrase.Count];
        for (var i = 0; i < cursors.Length; i++)
        {
            if (segment.FindTerm(phrase[i]) is not (>= 0 and var term))
            {
                return found;
            }

            cursors[i] = new PostingCursor();
            cursors[i].Open(segment.File, term);
        }

        new PhraseFinder(phrase, cursors).FindIn(found);
        return found;
    }

    // The rarest term leads; the others only look at its documents.
    private void FindIn(Bits found)
    {
        var rarest = _cursors.MinBy(c => c.DocumentCount)!;
        while (rarest.MoveNext())
        {
            var document = rarest.Document;
            if (_cursors.All(c => c.Seek(document) == document) && (Stands(inTitle: true) || Stands(inTitle: false)))
            {
                found.Set(document);
            }
        }
    }

    private bool Stands(bool inTitle)
    {
        for (var i = 0; i < _cursors.Length; i++)
        {
            if ((inTitle ? _cursors[i].InTitle : _cursors[i].InText) == 0)
            {
                return false;
            }

            _cursors[i].ReadPlaces(inTitle, _places[i]);
        }

        return Library.PhraseMatching.Contains(_phrase, _places);
    }
}
