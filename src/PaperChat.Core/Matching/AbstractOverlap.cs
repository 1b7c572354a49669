using PaperChat.Text;

namespace PaperChat.Matching;

/// <summary>
/// How much of the shorter abstract stands in the longer one: the share of its pairs of neighbouring words (Broder, "On the
/// resemblance and containment of documents", 1997, containment with shingles of two words). Two papers on one subject have about .05.
/// </summary>
internal static class AbstractOverlap
{
    private const int MostRead = 4_000;
    private const int LeastPairs = 8;

    /// <summary>From 0 to 1; null where one abstract is missing, or too short to tell.</summary>
    public static double? Of(string a, string b)
    {
        if (string.IsNullOrWhiteSpace(a) || string.IsNullOrWhiteSpace(b))
        {
            return null;
        }

        if (a == b)
        {
            return 1;
        }

        var (first, second) = (PairsOf(a), PairsOf(b));
        var (smaller, larger) = first.Count < second.Count ? (first, second) : (second, first);
        if (smaller.Count < LeastPairs)
        {
            return null;
        }

        return (double)smaller.Count(larger.Contains) / smaller.Count;
    }

    private static HashSet<(ulong, ulong)> PairsOf(string text)
    {
        var pairs = new HashSet<(ulong, ulong)>();
        var cleaned = TextCleaner.Clean(text.Length > MostRead ? text[..MostRead] : text).Text;
        ulong? before = null;
        for (var scanner = new WordScanner(cleaned); scanner.MoveNext();)
        {
            var word = 14695981039346656037UL;
            foreach (var c in scanner.Word)
            {
                word = (word ^ c) * 1099511628211;
            }

            if (before is { } previous)
            {
                pairs.Add((previous, word));
            }

            before = word;
        }

        return pairs;
    }
}
