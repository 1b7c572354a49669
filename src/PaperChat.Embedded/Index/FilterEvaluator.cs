using System.Text;
using PaperChat.Library;
using PaperChat.Papers;
using PaperChat.Text;

namespace PaperChat.Embedded.Index;

/// <summary>
/// The papers of a segment that a filter lets through, from the segment's columns. Values are judged by
/// <see cref="SearchFilters.Matches"/> itself, once each, so that it agrees with the reference by construction.
/// </summary>
internal static class FilterEvaluator
{
    /// <summary>Null when the filter is empty; deletions are not looked at.</summary>
    public static Bits? Evaluate(SegmentFile segment, SearchFilters filters)
    {
        if (filters.IsEmpty)
        {
            return null;
        }

        var lasting = filters with { Papers = null };
        var bits = lasting.IsEmpty ? null : segment.Filters.GetOrAdd(lasting, () => EvaluateColumns(segment, lasting));
        if (filters.Papers is not { } papers)
        {
            return bits;
        }

        var listed = new Bits(segment.Papers);
        foreach (var id in papers)
        {
            if (segment.FindPaper(id) is >= 0 and var paper)
            {
                listed.Set(paper);
            }
        }

        if (bits is not null)
        {
            listed.And(bits);
        }

        return listed;
    }

    private static Bits EvaluateColumns(SegmentFile segment, SearchFilters filters)
    {
        var bits = Numbers(segment, filters);
        if (filters.Venue is { } venue)
        {
            var only = new SearchFilters { Venue = venue };
            bits.And(ByValue(segment, SegmentSection.VenueOffsets, v => only.Matches(Blank with { Venue = v })));
        }

        if (filters.Category is { } category)
        {
            var only = new SearchFilters { Category = category };
            bits.And(ByValue(segment, SegmentSection.CategoryOffsets, c => only.Matches(Blank with { Categories = [c] })));
        }

        if (filters.Author is { } author)
        {
            bits.And(ByAuthor(segment, author));
        }

        return bits;
    }

    private static Paper Blank { get; } = new() { Id = new PaperId(""), Title = "" };

    private static Bits Numbers(SegmentFile segment, SearchFilters filters)
    {
        var bits = new Bits(segment.Papers);
        var years = segment.PaperYears;
        var listed = segment.PaperListed;
        var from = PaperColumns.Encode(filters.ListedFrom);
        var to = PaperColumns.Encode(filters.ListedTo);
        for (var paper = 0; paper < years.Length; paper++)
        {
            // The encoded day sorts like ListedDate does; 0 stands for none.
            if ((filters.Year is not { } range || (years[paper] != 0 && range.Contains(years[paper])))
                && (from == 0 || (listed[paper] != 0 && listed[paper] >= from))
                && (to == 0 || (listed[paper] != 0 && listed[paper] <= to)))
            {
                bits.Set(paper);
            }
        }

        return bits;
    }

    private static Bits ByValue(SegmentFile segment, SegmentSection first, Func<string, bool> matches)
    {
        var bits = new Bits(segment.Papers);
        var values = segment.Table(first);
        var lists = new ValueListReader(segment, first);
        for (var i = 0; i < values.Count; i++)
        {
            if (matches(values.Text(i)))
            {
                SetAll(bits, lists.Read(i));
            }
        }

        return bits;
    }

    private static Bits ByAuthor(SegmentFile segment, string author)
    {
        var bits = new Bits(segment.Papers);
        var only = new SearchFilters { Author = author };
        var values = segment.Table(SegmentSection.AuthorOffsets);
        var lists = new ValueListReader(segment, SegmentSection.AuthorOffsets);
        foreach (var number in AuthorsThatMay(segment, author))
        {
            if (only.Matches(Blank with { Authors = [values.Text(number)] }))
            {
                SetAll(bits, lists.Read(number));
            }
        }

        return bits;
    }

    // Each word of the filter must be a word of the name, its first letter, or (a single letter) the first letter of one. The
    // rarest word narrows enough; the caller judges what is left.
    private static List<int> AuthorsThatMay(SegmentFile segment, string author)
    {
        List<int>? fewest = null;
        foreach (var word in TextAnalyzer.Words(author))
        {
            var found = AuthorsWith(segment, word.Text);
            fewest = fewest is null || found.Count < fewest.Count ? found : fewest;
        }

        return fewest ?? [];
    }

    private static List<int> AuthorsWith(SegmentFile segment, string word)
    {
        var names = segment.Table(SegmentSection.NameOffsets);
        var lists = new ValueListReader(segment, SegmentSection.NameOffsets);
        var found = new List<int>();
        var initial = word[..1];
        if (word.Length > 1)
        {
            AddExact(names, lists, word, found);
            AddExact(names, lists, initial, found);
            return found;
        }

        var prefix = Encoding.UTF8.GetBytes(initial);
        var at = names.Find(prefix);
        for (at = at < 0 ? ~at : at; at < names.Count && names.Utf8(at).StartsWith(prefix); at++)
        {
            found.AddRange(lists.Read(at));
        }

        return [.. found.Distinct()];
    }

    private static void AddExact(TextTableReader names, ValueListReader lists, string word, List<int> found)
    {
        if (names.Find(Encoding.UTF8.GetBytes(word)) is >= 0 and var at)
        {
            found.AddRange(lists.Read(at));
        }
    }

    private static void SetAll(Bits bits, List<int> papers)
    {
        foreach (var paper in papers)
        {
            bits.Set(paper);
        }
    }
}
