using PaperChat.Library;

namespace PaperChat.Embedded.Index;

/// <summary>The documents of a segment that filters, phrases and deletions leave.</summary>
internal static class AllowedDocuments
{
    /// <summary>Null when that is all of them. The result may be the segment's own: it must not be changed.</summary>
    public static Bits? Of(LiveSegment segment, SearchRequest request, CancellationToken cancellationToken)
    {
        var allowed = segment.LiveDocuments;
        if (FilterEvaluator.Evaluate(segment.File, request.Filters) is { } papers)
        {
            allowed = allowed is null
                ? FilteredDocuments(segment.File, request.Filters, papers)
                : Intersect(allowed, FilteredDocuments(segment.File, request.Filters, papers).Copy());
        }

        foreach (var phrase in request.RequiredPhrases)
        {
            cancellationToken.ThrowIfCancellationRequested();
            allowed = Intersect(allowed, PhraseFinder.Find(segment, phrase));
        }

        foreach (var phrase in request.ExcludedPhrases)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var left = allowed?.Copy() ?? Bits.All(segment.File.Documents);
            left.AndNot(PhraseFinder.Find(segment, phrase));
            allowed = left;
        }

        return allowed;
    }

    // Filters of listed papers are seldom asked again.
    private static Bits FilteredDocuments(SegmentFile file, SearchFilters filters, Bits papers) =>
        filters.Papers is null ? file.FilteredDocuments.GetOrAdd(filters, () => DocumentsOf(file, papers)) : DocumentsOf(file, papers);

    private static Bits DocumentsOf(SegmentFile file, Bits papers)
    {
        var documents = new Bits(file.Documents);
        var paperOf = file.DocumentPapers;
        for (var document = 0; document < paperOf.Length; document++)
        {
            if (papers[paperOf[document]])
            {
                documents.Set(document);
            }
        }

        return documents;
    }

    // The second is the caller's to change.
    private static Bits Intersect(Bits? some, Bits others)
    {
        if (some is not null)
        {
            others.And(some);
        }

        return others;
    }
}
