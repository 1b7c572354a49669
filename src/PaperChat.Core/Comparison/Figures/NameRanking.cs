using PaperChat.Text;

namespace PaperChat.Comparison.Figures;

/// <summary>
/// Chooses the data set or the method of a number among the names of its sentence, or none of them, by a log-linear model of what
/// stands around each name. The reading of the rules is one voice among these.
/// </summary>
internal static class NameRanking
{
    /// <summary>What the reading of the rules weighs: chosen on sentences that the rules had never seen.</summary>
    internal const double RuleWeight = 2;

    /// <summary>A choice by less is none: the figure is left out.</summary>
    internal const double LeastMargin = 0.5;

    /// <summary>The margin from which on a choice is certain enough for a table: rules and weights agree, or the weights are sure.</summary>
    internal const double LeastCertainty = 2.5;

    /// <summary>
    /// The names of the winning list (of data sets) or the one winning name, empty for none, and by how much (a difference of
    /// log-odds) it won against the next. <paramref name="byRules"/> is what the rules take.
    /// </summary>
    public static (IReadOnlyList<TextSpan> Names, double Margin) Choose(
        NameRole role, IReadOnlyList<double> scores, FigureNames names, IReadOnlyList<TextSpan> byRules)
    {
        var isRuled = names.All.Select(n => byRules.Any(r => r.Start < n.End && n.Start < r.End)).ToArray();
        var choices = Enumerable.Range(0, names.All.Count)
            .GroupBy(i => role == NameRole.DataSet ? names.Lists[i] : i)
            .Select(g => (Members: g.ToArray(), Score: g.Max(i => scores[i]) + (g.Any(i => isRuled[i]) ? RuleWeight : 0)))
            .Append((Members: [], Score: isRuled.Contains(true) ? 0 : RuleWeight))
            .OrderByDescending(c => c.Score)
            .ToArray();
        var margin = choices.Length == 1 ? double.PositiveInfinity : choices[0].Score - choices[1].Score;
        var best = choices[0].Members;
        return (best.Any(i => isRuled[i]) ? byRules : [.. best.Select(i => names.All[i])], margin);
    }

    /// <summary>The log-odds of each name against none.</summary>
    public static IReadOnlyList<double> Scores(NameRole role, IReadOnlyList<IReadOnlyList<string>> features) =>
        [.. features.Select(f => f.Sum(x => NameWeights.All.TryGetValue(x, out var w) ? role == NameRole.DataSet ? w.DataSet : w.Method : 0))];
}
