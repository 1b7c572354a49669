using System.Runtime.InteropServices;
using PaperChat.Library;
using PaperChat.Papers;

namespace PaperChat.Embedded.Index;

/// <summary>Counts papers by the index's columns, without reading the catalogue.</summary>
internal static class IndexCounts
{
    public static long Count(IndexSnapshot index, SearchFilters filters) => filters.IsEmpty
        ? index.Papers
        : index.Segments.Sum(s => MatchesIn(s, filters).LongCount());

    /// <summary>The papers that a filter lets through, as numbers of a segment.</summary>
    public static IEnumerable<int> MatchesIn(LiveSegment segment, SearchFilters filters)
    {
        var matching = FilterEvaluator.Evaluate(segment.File, filters);
        return Enumerable.Range(0, segment.File.Papers).Where(p => segment.IsLive(p) && (matching is null || matching[p]));
    }

    public static LibraryState StateOf(IndexSnapshot index)
    {
        var (summaries, years, listed) = (0L, default(Span), default(Span));
        foreach (var segment in index.Segments)
        {
            var file = segment.File;
            for (var paper = 0; paper < file.Papers; paper++)
            {
                if (segment.IsLive(paper))
                {
                    summaries += file.PaperKinds[paper] == (byte)PaperKind.Summary ? 1 : 0;
                    years = years.With(file.PaperYears[paper]);
                    listed = listed.With(file.PaperListed[paper]);
                }
            }
        }

        return new LibraryState
        {
            Generation = index.Generation,
            Papers = index.Papers,
            Chunks = index.Documents,
            Summaries = summaries,
            FirstYear = years.First == 0 ? null : years.First,
            LastYear = years.Last == 0 ? null : years.Last,
            FirstListed = PaperColumns.Decode(listed.First),
            LastListed = PaperColumns.Decode(listed.Last),
        };
    }

    /// <summary>Latest first; the encoded days sort like <see cref="ListedDate"/> does.</summary>
    public static IReadOnlyList<ListedDay> ListedDaysOf(IndexSnapshot index)
    {
        var counts = new Dictionary<int, long>();
        foreach (var segment in index.Segments)
        {
            var listed = segment.File.PaperListed;
            for (var paper = 0; paper < listed.Length; paper++)
            {
                if (listed[paper] != 0 && segment.IsLive(paper))
                {
                    CollectionsMarshal.GetValueRefOrAddDefault(counts, listed[paper], out _)++;
                }
            }
        }

        return [.. counts.OrderByDescending(c => c.Key).Select(c => new ListedDay(PaperColumns.Decode(c.Key)!.Value, c.Value))];
    }

    /// <summary>The least and greatest of the values that are not 0.</summary>
    private readonly record struct Span(int First, int Last)
    {
        public Span With(int value) => value == 0
            ? this
            : new Span(First == 0 ? value : Math.Min(First, value), Math.Max(Last, value));
    }
}
