using PaperChat.Comparison.Figures;

namespace PaperChat.Core.Tests.Comparison;

/// <summary>Fits the weights of the ranking of names: conditional logistic regression with an L2 penalty, by AdaGrad over all examples.</summary>
internal sealed class NameRankingFit
{
    private const int Rounds = 150;
    private const double Penalty = 0.5;
    private const double Step = 0.5;

    private readonly Dictionary<string, int> _ids = new(StringComparer.Ordinal);

    /// <summary>The weight of each feature. Each example is its names' features, and which of the names are right (none: all false).</summary>
    public static IReadOnlyDictionary<string, double> Fit(IReadOnlyList<RankedExample> examples, NameRole role)
    {
        var fit = new NameRankingFit();
        var coded = examples.Select(e => (Features: e.Features.Select(f => f.Select(fit.Id).ToArray()).ToArray(), IsRight: e.IsRight(role))).ToArray();
        var weights = new double[fit._ids.Count];
        var squares = new double[weights.Length];
        for (var round = 0; round < Rounds; round++)
        {
            var gradient = Gradient(coded, weights);
            for (var i = 0; i < weights.Length; i++)
            {
                var slope = gradient[i] - (Penalty * weights[i]);
                squares[i] += slope * slope;
                weights[i] += Step * slope / Math.Sqrt(squares[i] + 1e-9);
            }
        }

        return fit._ids.ToDictionary(p => p.Key, p => weights[p.Value], StringComparer.Ordinal);
    }

    private static double[] Gradient((int[][] Features, bool[] IsRight)[] examples, double[] weights)
    {
        var gradient = new double[weights.Length];
        foreach (var (features, isRight) in examples)
        {
            var odds = features.Select(f => Math.Exp(f.Sum(x => weights[x]))).ToArray();
            var all = 1 + odds.Sum();
            var right = Enumerable.Range(0, odds.Length).Where(i => isRight[i]).Sum(i => odds[i]);
            for (var i = 0; i < odds.Length; i++)
            {
                var slope = (isRight[i] ? odds[i] / right : 0) - (odds[i] / all);
                foreach (var feature in features[i])
                {
                    gradient[feature] += slope;
                }
            }
        }

        return gradient;
    }

    private int Id(string feature)
    {
        if (!_ids.TryGetValue(feature, out var id))
        {
            _ids[feature] = id = _ids.Count;
        }

        return id;
    }
}
