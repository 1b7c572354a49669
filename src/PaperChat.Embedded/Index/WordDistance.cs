namespace PaperChat.Embedded.Index;

/// <summary>
/// The distance of Damerau and Levenshtein from one word to others: the fewest inserted, deleted, replaced or swapped letters
/// (UTF-16 code units), by the algorithm of Lowrance and Wagner (1975). Not thread-safe.
/// </summary>
internal sealed class WordDistance
{
    private readonly string _word;
    private readonly int _max;
    private readonly Dictionary<char, int> _lastRow = [];
    private int[] _cost = [];

    public WordDistance(string word, int max)
    {
        _word = word;
        _max = max;
    }

    /// <summary>The distance, or null when it is above the maximum.</summary>
    public int? To(string other)
    {
        if (Math.Abs(other.Length - _word.Length) > _max)
        {
            return null;
        }

        // What two words share at their ends is never edited.
        var start = _word.AsSpan().CommonPrefixLength(other);
        var a = other.AsSpan(start);
        var b = _word.AsSpan(start);
        while (a.Length > 0 && b.Length > 0 && a[^1] == b[^1])
        {
            a = a[..^1];
            b = b[..^1];
        }

        var edits = Compute(a, b);
        return edits <= _max ? edits : null;
    }

    private int Compute(ReadOnlySpan<char> a, ReadOnlySpan<char> b)
    {
        var width = b.Length + 2;
        if (_cost.Length < (a.Length + 2) * width)
        {
            _cost = new int[(a.Length + 2) * width];
        }

        var cost = _cost;
        var far = a.Length + b.Length;
        cost[0] = far;
        for (var i = 0; i <= a.Length; i++)
        {
            cost[(i + 1) * width] = far;
            cost[((i + 1) * width) + 1] = i;
        }

        for (var j = 0; j <= b.Length; j++)
        {
            cost[j + 1] = far;
            cost[width + j + 1] = j;
        }

        _lastRow.Clear();
        for (var i = 1; i <= a.Length; i++)
        {
            var lastColumn = 0;
            for (var j = 1; j <= b.Length; j++)
            {
                var row = _lastRow.GetValueOrDefault(b[j - 1]);
                var column = lastColumn;
                var isSame = a[i - 1] == b[j - 1];
                lastColumn = isSame ? j : lastColumn;
                var replaced = cost[(i * width) + j] + (isSame ? 0 : 1);
                var inserted = Math.Min(cost[((i + 1) * width) + j], cost[(i * width) + j + 1]) + 1;
                var swapped = cost[(row * width) + column] + i - row - 1 + 1 + j - column - 1;
                cost[((i + 1) * width) + j + 1] = Math.Min(replaced, Math.Min(inserted, swapped));
            }

            _lastRow[a[i - 1]] = i;
        }

        return cost[((a.Length + 1) * width) + b.Length + 1];
    }
}
