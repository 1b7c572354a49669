using System.Collections.Concurrent;
using System.Text;

namespace PaperChat.Embedded.Index;

/// <summary>
/// Looks terms up in the segments of one snapshot, and remembers them: a question asks for each of its terms several times (how rare
/// it is, how it is spelled, which documents hold it). Thread-safe.
/// </summary>
internal sealed class FoundTerms(IReadOnlyList<LiveSegment> segments)
{
    // Some hundred bytes each.
    private const int MostRemembered = 4096;
    private const int LongestRemembered = 64;

    private readonly ConcurrentDictionary<string, FoundTerm> _found = new(StringComparer.Ordinal);

    // The dictionary's own count takes all of its locks, which costs more than a look into the files.
    private int _remembered;

    public FoundTerm Find(string term)
    {
        if (_found.TryGetValue(term, out var known))
        {
            return known;
        }

        var found = LookUp(term);
        if (term.Length <= LongestRemembered)
        {
            if (Interlocked.Increment(ref _remembered) > MostRemembered)
            {
                _found.Clear();
                Interlocked.Exchange(ref _remembered, 1);
            }

            _found.TryAdd(term, found);
        }

        return found;
    }

    private FoundTerm LookUp(string term)
    {
        var utf8 = Encoding.UTF8.GetBytes(term);
        var numbers = new int[segments.Count];
        var frequency = 0L;
        for (var i = 0; i < numbers.Length; i++)
        {
            numbers[i] = segments[i].FindTerm(utf8);
            frequency += numbers[i] >= 0 ? segments[i].FrequencyOf(term, numbers[i]) : 0;
        }

        return new FoundTerm(numbers, frequency);
    }
}
