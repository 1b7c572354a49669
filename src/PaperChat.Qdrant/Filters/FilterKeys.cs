using PaperChat.Text;

namespace PaperChat.Qdrant.Filters;

/// <summary>What of a paper stands in its points' payload so that <see cref="Library.SearchFilters"/> can be put to the server.</summary>
internal static class FilterKeys
{
    /// <summary>Longer runs of a venue's words are not indexed; filters that are longer are checked again.</summary>
    public const int LongestRun = 4;

    public static string[] Words(string text) => [.. TextAnalyzer.Words(text).Select(w => w.Text)];

    /// <summary>Each run of up to four words of a venue's name, once.</summary>
    public static IReadOnlyCollection<string> VenueRuns(string venue) => Runs(Words(venue));

    /// <summary>A category in the case that comparing without case uses, and what stands before each of its dots.</summary>
    public static IEnumerable<string> CategoryKeys(IReadOnlyList<string> categories) => categories
        .SelectMany(category => Enumerable.Range(0, category.Length)
            .Where(i => category[i] == '.').Select(i => category[..i]).Append(category))
        .Select(CategoryKey)
        .Distinct(StringComparer.Ordinal);

    public static string CategoryKey(string category) => category.ToUpperInvariant();

    /// <summary>The first letters of a name's words; a letter beyond the basic plane is none, as in the reference.</summary>
    public static IEnumerable<string> Initials(IEnumerable<string> words) =>
        words.Where(w => !char.IsSurrogate(w[0])).Select(w => w[..1]).Distinct(StringComparer.Ordinal);

    private static HashSet<string> Runs(string[] words)
    {
        var runs = new HashSet<string>(StringComparer.Ordinal);
        for (var start = 0; start < words.Length; start++)
        {
            for (var count = 1; count <= LongestRun && start + count <= words.Length; count++)
            {
                runs.Add(string.Join(' ', words, start, count));
            }
        }

        return runs;
    }
}
