namespace PaperChat.Embedded.Index;

/// <summary>The documents of a segment in whose title or text a phrase stands, see <see cref="Library.PhraseMatching"/>.</summary>
internal static class PhraseFinder
{
    public static Bits Find(LiveSegment segment, IReadOnlyList<string> phrase)
    {
        var found = new Bits(segment.File.Documents);
        if (phrase.Count == 0)
        {
            return Bits.All(found.Size);
        }

        var lists = new PlaceList[phrase.Count];
        for (var i = 0; i < lists.Length; i++)
        {
            if (!segment.TryFindTerm(phrase[i], out var entry))
            {
                return found;
            }

            lists[i] = PlaceList.Read(segment.File, in entry);
        }

        var rarest = lists.MinBy(l => l.Documents.Length)!;
        var next = new int[lists.Length];
        foreach (var document in rarest.Documents)
        {
            if (AllHold(lists, next, document) && (Stands(phrase, lists, next, inTitle: true) || Stands(phrase, lists, next, inTitle: false)))
            {
                found.Set(document);
            }
        }

        return found;
    }

    // Moves each list on to the document, or past it; documents come in ascending order.
    private static bool AllHold(PlaceList[] lists, int[] next, int document)
    {
        for (var i = 0; i < lists.Length; i++)
        {
            var documents = lists[i].Documents;
            while (next[i] < documents.Length && documents[next[i]] < document)
            {
                next[i]++;
            }

            if (next[i] == documents.Length || documents[next[i]] != document)
            {
                return false;
            }
        }

        return true;
    }

    private static bool Stands(IReadOnlyList<string> phrase, PlaceList[] lists, int[] next, bool inTitle)
    {
        Span<int> ends = lists[0].PlacesOf(next[0], inTitle).ToArray();
        for (var i = 1; i < lists.Length && ends.Length > 0; i++)
        {
            var mayShare = phrase[i] != phrase[i - 1];
            var count = 0;
            var reached = new int[lists[i].PlacesOf(next[i], inTitle).Length];
            foreach (var place in lists[i].PlacesOf(next[i], inTitle))
            {
                if (ends.Contains(place - 1) || (mayShare && ends.Contains(place)))
                {
                    reached[count++] = place;
                }
            }

            ends = reached.AsSpan(0, count);
        }

        return ends.Length > 0;
    }
}
