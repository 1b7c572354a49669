using PaperChat.Library;
using PaperChat.Text;

namespace PaperChat.Retrieval;

/// <summary>
/// The terms of a query in their order, what each is worth (the rarer in the library, the more: BM25's inverse document frequency), and
/// how much of that a text holds. Not thread-safe.
/// </summary>
internal sealed class QueryWords
{
    private readonly Dictionary<string, int> _numbers = new(StringComparer.Ordinal);
    private readonly List<double> _worth = [];
    private readonly int[] _sequence;
    private readonly TermStarts _starts;
    private readonly double _total;
    private readonly double _pairs;

    private QueryWords(string[] terms, double[] worth)
    {
        _sequence = new int[terms.Length];
        for (var i = 0; i < terms.Length; i++)
        {
            if (!_numbers.TryGetValue(terms[i], out _sequence[i]))
            {
                _numbers[terms[i]] = _sequence[i] = _worth.Count;
                _worth.Add(worth[i]);
            }
        }

        _starts = new TermStarts(terms);
        _total = Math.Max(_worth.Sum(), 1e-9);
        _pairs = Math.Max(Enumerable.Range(1, Math.Max(terms.Length - 1, 0)).Sum(WorthOfPair), 1e-9);
    }

    public static async Task<QueryWords> ReadAsync(string text, IPaperLibrary library, CancellationToken cancellationToken)
    {
        string[] terms = [.. TextAnalyzer.Analyze(text).ConvertAll(t => t.Term)];
        var frequencies = await library.GetDocumentFrequenciesAsync(terms, cancellationToken);
        var documents = (await library.GetStateAsync(cancellationToken)).Chunks;
        return new QueryWords(terms, [.. frequencies.Select(f => Math.Log(1 + ((documents - f + 0.5) / (f + 0.5))))]);
    }

    /// <summary>The share (0 to 1) of the query's worth that stands in a stored text.</summary>
    public double ShareIn(string stored)
    {
        var sum = 0.0;
        var counted = new bool[_worth.Count];
        Scan(stored, (_, term) =>
        {
            sum += counted[term] ? 0 : _worth[term];
            counted[term] = true;
        });
        return sum / _total;
    }

    /// <summary>The share (0 to 1) of the query's pairs of neighbouring terms that are neighbours in a sentence of stored texts too.</summary>
    public double PairsIn(IEnumerable<string> stored)
    {
        var found = new HashSet<(int, int)>();
        foreach (var text in stored)
        {
            Scan(text, (before, term) => found.Add((before, term)));
        }

        var sum = 0.0;
        for (var i = 1; i < _sequence.Length; i++)
        {
            sum += found.Contains((_sequence[i - 1], _sequence[i])) ? WorthOfPair(i) : 0;
        }

        return sum / _pairs;
    }

    // A pair is worth as much as its commoner term; a term beside itself is none.
    private double WorthOfPair(int second) =>
        _sequence[second - 1] == _sequence[second] ? 0 : Math.Min(_worth[_sequence[second - 1]], _worth[_sequence[second]]);

    // Each of the query's terms in the text, and the one that is its neighbour on the left, or -1. Only words that may be one of them
    // are looked up, and those behind one, which may be stop words: most words of most texts are neither.
    private void Scan(string stored, Action<int, int> found)
    {
        var text = TextCleaner.Clean(stored).Text;
        var scanner = new WordScanner(text);
        var (before, end) = (-1, 0);
        while (scanner.MoveNext())
        {
            if (before >= 0 && EndsSentence(text.AsSpan(end, scanner.Start - end)))
            {
                before = -1;
            }

            if (scanner.Compound is { Length: > 0 } compound)
            {
                before = Pass(compound, before, found);
            }

            before = Pass(scanner.Word, before, found);
            end = scanner.Start + scanner.Length;
        }
    }

    private int Pass(ReadOnlySpan<char> word, int before, Action<int, int> found)
    {
        if (before < 0 && !_starts.MayHold(word))
        {
            return -1;
        }

        if (TextAnalyzer.TermOf(word) is not { } term)
        {
            return before;
        }

        if (!_numbers.TryGetValue(term, out var number))
        {
            return -1;
        }

        found(before, number);
        return number;
    }

    private static bool EndsSentence(ReadOnlySpan<char> between)
    {
        for (var i = 1; i < between.Length; i++)
        {
            if (between[i] == ' ' && between[i - 1] is '.' or '!' or '?')
            {
                return true;
            }
        }

        return false;
    }
}
