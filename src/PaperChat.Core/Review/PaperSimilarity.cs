using PaperChat.Evidence;
using PaperChat.Text;

namespace PaperChat.Review;

/// <summary>
/// How alike the papers of a review are to each other: the mean of two cosines, of their vectors and of their terms (tf-idf), both
/// after what all have in common, the topic, was taken away. 1 on the diagonal, 0 for papers that share nothing but the topic.
/// </summary>
internal static class PaperSimilarity
{
    private const double TitleWeight = 2;

    /// <param name="papers">The papers.</param>
    /// <param name="vectors">A vector a paper, or null where one has none; then terms alone count.</param>
    public static double[,] Of(IReadOnlyList<AnalyzedPaper> papers, IReadOnlyList<ReadOnlyMemory<float>>? vectors)
    {
        var terms = Cosines(Terms(papers));
        if (vectors is null)
        {
            return terms;
        }

        var meanings = Cosines([.. vectors.Select(v => v.ToArray().Select(x => (double)x).ToArray())]);
        for (var i = 0; i < papers.Count; i++)
        {
            for (var j = 0; j < papers.Count; j++)
            {
                terms[i, j] = (terms[i, j] + meanings[i, j]) / 2;
            }
        }

        return terms;
    }

    private static double[][] Terms(IReadOnlyList<AnalyzedPaper> papers)
    {
        var counts = papers.Select(Counts).ToArray();
        var held = counts.SelectMany(c => c.Keys).CountBy(t => t, StringComparer.Ordinal).Where(t => t.Value > 1 || papers.Count < 3).ToArray();
        var weights = held.Select(t => Math.Log((papers.Count + 1.0) / t.Value) * Math.Log((BackgroundTerms.Documents + 1) / (BackgroundTerms.FrequencyOf(t.Key) + 8))).ToArray();
        return [.. counts.Select(c => held.Select((t, i) => Math.Log(1 + c.GetValueOrDefault(t.Key)) * weights[i]).ToArray())];
    }

    private static Dictionary<string, double> Counts(AnalyzedPaper paper)
    {
        var counts = new Dictionary<string, double>(StringComparer.Ordinal);
        foreach (var token in paper.Sentences.SelectMany(s => s.Tokens))
        {
            counts[token.Term] = counts.GetValueOrDefault(token.Term) + 1;
        }

        foreach (var token in paper.Title)
        {
            counts[token.Term] = counts.GetValueOrDefault(token.Term) + TitleWeight;
        }

        return counts;
    }

    private static double[,] Cosines(double[][] rows)
    {
        var width = rows.Length == 0 ? 0 : rows[0].Length;
        for (var column = 0; column < width && rows.Length > 2; column++)
        {
            var mean = rows.Average(r => r[column]);
            foreach (var row in rows)
            {
                row[column] -= mean;
            }
        }

        var norms = rows.Select(r => Math.Max(Math.Sqrt(r.Sum(x => x * x)), 1e-12)).ToArray();
        var cosines = new double[rows.Length, rows.Length];
        for (var i = 0; i < rows.Length; i++)
        {
            for (var j = 0; j <= i; j++)
            {
                var product = 0.0;
                for (var column = 0; column < width; column++)
                {
                    product += rows[i][column] * rows[j][column];
                }

                cosines[i, j] = cosines[j, i] = i == j ? 1 : product / (norms[i] * norms[j]);
            }
        }

        return cosines;
    }
}
