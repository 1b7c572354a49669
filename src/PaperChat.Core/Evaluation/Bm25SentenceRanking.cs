using PaperChat.Text;

namespace PaperChat.Evaluation;

/// <summary>
/// The peer that evidence selection has to beat: BM25 (k1 = 1.2, b = 0.75) of the claim over an abstract's sentences as if they
/// were a collection of their own. Equal scores stay in the order of the text.
/// </summary>
public static class Bm25SentenceRanking
{
    private const double K1 = 1.2;
    private const double B = 0.75;

    /// <summary>All sentences, best first.</summary>
    public static IReadOnlyList<int> Rank(string claim, IReadOnlyList<string> sentences)
    {
        ArgumentNullException.ThrowIfNull(sentences);
        Dictionary<string, int>[] counts = [.. sentences.Select(CountTerms)];
        var meanLength = Math.Max(1, counts.Sum(c => c.Values.Sum()) / (double)Math.Max(1, counts.Length));
        var terms = CountTerms(claim);
        return [.. Enumerable.Range(0, counts.Length).OrderByDescending(i => terms.Sum(t => t.Value * Score(counts, i, t.Key, meanLength)))];
    }

    private static double Score(Dictionary<string, int>[] counts, int sentence, string term, double meanLength)
    {
        var frequency = counts[sentence].GetValueOrDefault(term);
        if (frequency == 0)
        {
            return 0;
        }

        var holders = counts.Count(c => c.ContainsKey(term));
        var idf = Math.Log(1 + (counts.Length - holders + 0.5) / (holders + 0.5));
        var length = counts[sentence].Values.Sum();
        return idf * frequency * (K1 + 1) / (frequency + K1 * (1 - B + B * length / meanLength));
    }

    private static Dictionary<string, int> CountTerms(string text) =>
        TextAnalyzer.AnalyzeStored(text).CountBy(t => t.Term).ToDictionary(c => c.Key, c => c.Value, StringComparer.Ordinal);
}
