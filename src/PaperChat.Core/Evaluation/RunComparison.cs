namespace PaperChat.Evaluation;

/// <summary>
/// Two runs over the same queries compared query by query: the mean of second minus first, its two-sided p-value by the paired
/// randomisation test (Smucker, Allan and Carterette, CIKM 2007), and a 95 % interval by the paired bootstrap.
/// </summary>
public sealed record RunComparison
{
    private const int Samples = 20_000;

    // Up to here all sign patterns are enumerated, which makes the test exact.
    private const int ExactBelow = 15;

    // Sums in another order differ in the last bits; such differences must not count as "smaller".
    private const double Epsilon = 1e-12;

    public required string Metric { get; init; }

    public required int Queries { get; init; }

    public required double FirstMean { get; init; }

    public required double SecondMean { get; init; }

    public required double MeanDifference { get; init; }

    public required double LowerBound { get; init; }

    public required double UpperBound { get; init; }

    /// <summary>How often a difference at least as large would come about if the two runs were the same; 0 to 1.</summary>
    public required double PValue { get; init; }

    /// <summary>Queries on which the second run is better.</summary>
    public required int Wins { get; init; }

    public required int Ties { get; init; }

    public required int Losses { get; init; }

    /// <summary>Compares the second run with the first; the same rows give the same figures every time.</summary>
    /// <exception cref="EvaluationException">The runs do not have the same queries, or none.</exception>
    public static RunComparison Of(IReadOnlyList<RetrievalRow> first, IReadOnlyList<RetrievalRow> second, string metric)
    {
        ArgumentNullException.ThrowIfNull(first);
        ArgumentNullException.ThrowIfNull(second);
        var other = second.ToDictionary(r => r.Id, StringComparer.Ordinal);
        if (first.Count == 0 || other.Count != first.Count || !first.All(r => other.ContainsKey(r.Id)))
        {
            throw new EvaluationException(
                $"The runs cannot be compared: {first.Count} and {second.Count} queries, not the same ones. Run both on one collection.");
        }

        double[] differences = [.. first.Select(r => other[r.Id].Get(metric) - r.Get(metric))];
        var (lower, upper) = Interval(differences);
        return new RunComparison
        {
            Metric = metric,
            Queries = first.Count,
            FirstMean = first.Average(r => r.Get(metric)),
            SecondMean = second.Average(r => r.Get(metric)),
            MeanDifference = differences.Average(),
            LowerBound = lower,
            UpperBound = upper,
            PValue = PValueOf(differences),
            Wins = differences.Count(d => d > Epsilon),
            Ties = differences.Count(d => Math.Abs(d) <= Epsilon),
            Losses = differences.Count(d => d < -Epsilon),
        };
    }

    private static double PValueOf(double[] differences)
    {
        var observed = Math.Abs(differences.Sum()) - Epsilon;
        if (differences.Length <= ExactBelow)
        {
            var patterns = 1 << differences.Length;
            var extreme = Enumerable.Range(0, patterns).Count(p => Math.Abs(Flipped(differences, i => (p >> i & 1) == 1)) >= observed);
            return (double)extreme / patterns;
        }

        var random = new Random(1);
        var hits = 0;
        for (var sample = 0; sample < Samples; sample++)
        {
            hits += Math.Abs(Flipped(differences, _ => random.Next(2) == 1)) >= observed ? 1 : 0;
        }

        return (hits + 1.0) / (Samples + 1.0);
    }

    private static double Flipped(double[] differences, Func<int, bool> flip)
    {
        var sum = 0.0;
        for (var i = 0; i < differences.Length; i++)
        {
            sum += flip(i) ? -differences[i] : differences[i];
        }

        return sum;
    }

    private static (double Lower, double Upper) Interval(double[] differences)
    {
        var random = new Random(2);
        var means = new double[2_000];
        for (var sample = 0; sample < means.Length; sample++)
        {
            for (var i = 0; i < differences.Length; i++)
            {
                means[sample] += differences[random.Next(differences.Length)] / differences.Length;
            }
        }

        Array.Sort(means);
        return (means[(int)(means.Length * 0.025)], means[(int)(means.Length * 0.975)]);
    }
}
