using PaperChat.Library;
using PaperChat.Text;

namespace PaperChat.Retrieval;

/// <summary>The terms of a query in their order, and what each is worth: the rarer in the library, the more (BM25's inverse document frequency).</summary>
internal sealed class QueryWords
{
    private readonly Dictionary<string, double> _worth;
    private readonly string[] _terms;
    private readonly double _pairs;

    private QueryWords(string[] terms, Dictionary<string, double> worth)
    {
        (_terms, _worth) = (terms, worth);
        var (total, pairs) = (0.0, 0.0);
        foreach (var term in worth.Keys)
        {
            total += worth[term];
        }

        for (var i = 1; i < terms.Length; i++)
        {
            pairs += WorthOfPair(i);
        }

        Total = Math.Max(total, 1e-9);
        _pairs = Math.Max(pairs, 1e-9);
    }

    /// <summary>The worth of all terms; above 0.</summary>
    public double Total { get; }

    public static async Task<QueryWords> ReadAsync(string text, IPaperLibrary library, CancellationToken cancellationToken)
    {
        string[] terms = [.. TextAnalyzer.Analyze(text).ConvertAll(t => t.Term)];
        var frequencies = await library.GetDocumentFrequenciesAsync(terms, cancellationToken);
        var documents = (await library.GetStateAsync(cancellationToken)).Chunks;
        var worth = new Dictionary<string, double>(StringComparer.Ordinal);
        for (var i = 0; i < terms.Length; i++)
        {
            worth[terms[i]] = Math.Log(1 + ((documents - frequencies[i] + 0.5) / (frequencies[i] + 0.5)));
        }

        return new QueryWords(terms, worth);
    }

    /// <summary>The share (0 to 1) of the query's worth that stands among terms.</summary>
    public double ShareIn(IEnumerable<string> terms)
    {
        var sum = 0.0;
        var counted = new HashSet<string>(StringComparer.Ordinal);
        foreach (var term in terms)
        {
            sum += _worth.TryGetValue(term, out var worth) && counted.Add(term) ? worth : 0;
        }

        return sum / Total;
    }

    /// <summary>The share (0 to 1) of the query's pairs of neighbouring terms that are neighbours in one of these texts too.</summary>
    public double PairsIn(IEnumerable<IReadOnlyList<string>> texts)
    {
        var found = new HashSet<(string, string)>();
        foreach (var text in texts)
        {
            for (var i = 1; i < text.Count; i++)
            {
                if (_worth.ContainsKey(text[i]) && _worth.ContainsKey(text[i - 1]))
                {
                    found.Add((text[i - 1], text[i]));
                }
            }
        }

        var sum = 0.0;
        for (var i = 1; i < _terms.Length; i++)
        {
            sum += found.Contains((_terms[i - 1], _terms[i])) ? WorthOfPair(i) : 0;
        }

        return sum / _pairs;
    }

    // A pair is worth as much as its commoner term; a term beside itself is none.
    private double WorthOfPair(int second) =>
        _terms[second - 1] == _terms[second] ? 0 : Math.Min(_worth[_terms[second - 1]], _worth[_terms[second]]);
}
