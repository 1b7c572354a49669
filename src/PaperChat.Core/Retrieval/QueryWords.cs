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
        Total = Math.Max(worth.Values.Sum(), 1e-9);
        _pairs = Math.Max(Pairs().Sum(p => p.Worth), 1e-9);
    }

    /// <summary>The worth of all terms; above 0.</summary>
    public double Total { get; }

    public static async Task<QueryWords> ReadAsync(string text, IPaperLibrary library, CancellationToken cancellationToken)
    {
        string[] terms = [.. TextAnalyzer.Analyze(text).Select(t => t.Term)];
        string[] distinct = [.. terms.Distinct(StringComparer.Ordinal)];
        var frequencies = await library.GetDocumentFrequenciesAsync(distinct, cancellationToken);
        var documents = (await library.GetStateAsync(cancellationToken)).Chunks;
        return new QueryWords(terms, distinct.Zip(frequencies).ToDictionary(
            t => t.First, t => Math.Log(1 + ((documents - t.Second + 0.5) / (t.Second + 0.5))), StringComparer.Ordinal));
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

        return Pairs().Sum(p => found.Contains((p.First, p.Second)) ? p.Worth : 0) / _pairs;
    }

    // A pair is worth as much as its commoner term.
    private IEnumerable<(string First, string Second, double Worth)> Pairs() =>
        from pair in _terms.Zip(_terms.Skip(1))
        where pair.First != pair.Second
        select (pair.First, pair.Second, Math.Min(_worth[pair.First], _worth[pair.Second]));
}
