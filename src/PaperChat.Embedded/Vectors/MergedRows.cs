using PaperChat.Embedded.Index;

namespace PaperChat.Embedded.Vectors;

/// <summary>The vectors of what is left of several segments with vectors, in the order in which a merge numbers the documents.</summary>
internal static class MergedRows
{
    /// <summary>The sources stay open as long as the rows are used.</summary>
    public static DocumentRows Of(IReadOnlyList<LiveSegment> sources)
    {
        var places = new List<(VectorFile File, int Row)>(sources.Sum(s => s.Documents));
        foreach (var source in sources)
        {
            var vectors = source.Vectors ?? throw new InvalidDataException($"{source.File.Name} has no vectors");
            for (var document = 0; document < source.File.Documents; document++)
            {
                if (source.LiveDocuments?[document] ?? true)
                {
                    places.Add((vectors, document));
                }
            }
        }

        return new DocumentRows(places.Count, document => places[document].File.Row(places[document].Row));
    }
}
