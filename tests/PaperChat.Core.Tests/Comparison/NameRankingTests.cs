using System.Globalization;
using PaperChat.Comparison.Figures;

namespace PaperChat.Core.Tests.Comparison;

public sealed class NameRankingTests(ITestOutputHelper output)
{
    private const int Folds = 10;
    private const double LeastShare = 0.83;
    private const double LeastCertainShare = 0.9;
    private const double LeastWeight = 0.05;

    [Fact]
    public async Task Names_of_sentences_that_neither_rules_nor_weights_have_seen_are_told_apart()
    {
        var examples = await ExamplesAsync();
        var seen = new Dictionary<string, (int All, int Right, int Certain, int CertainRight)>(StringComparer.Ordinal);
        for (var fold = 0; fold < Folds; fold++)
        {
            RankedExample[] train = [.. examples.Where(e => e.Sentence % Folds != fold)];
            var (sets, methods) = (NameRankingFit.Fit(train, NameRole.DataSet), NameRankingFit.Fit(train, NameRole.Method));
            foreach (var example in examples.Where(e => e.Sentence % Folds == fold))
            {
                var (set, method) = (example.Choose(sets, NameRole.DataSet), example.Choose(methods, NameRole.Method));
                var (isRight, isCertain) = (set.IsRight && method.IsRight, Math.Min(set.Margin, method.Margin) >= NameRanking.LeastCertainty);
                var group = example.Half is "draw-7" or "draw-8" or "draw-9" ? "unseen by rules" : "seen by rules";
                var (all, right, certain, certainRight) = seen.GetValueOrDefault(group);
                seen[group] = (all + 1, right + (isRight ? 1 : 0), certain + (isCertain ? 1 : 0), certainRight + (isRight && isCertain ? 1 : 0));
            }
        }

        foreach (var (group, s) in seen)
        {
            output.WriteLine($"{group}: {s.Right} of {s.All} right; of {s.Certain} certain ones {s.CertainRight}");
        }

        var unseen = seen["unseen by rules"];
        Assert.InRange((double)unseen.Right / unseen.All, LeastShare, 1);
        Assert.InRange((double)unseen.CertainRight / unseen.Certain, LeastCertainShare, 1);
    }

    [Fact]
    public async Task Weights_are_those_that_the_labelled_sentences_give()
    {
        var examples = await ExamplesAsync();
        var (sets, methods) = (NameRankingFit.Fit(examples, NameRole.DataSet), NameRankingFit.Fit(examples, NameRole.Method));
        var rows = sets.Keys.Order(StringComparer.Ordinal).Where(k => Math.Max(Math.Abs(sets[k]), Math.Abs(methods[k])) >= LeastWeight)
            .Select(k => string.Create(CultureInfo.InvariantCulture, $"        [\"{k}\"] = ({sets[k]:0.##}, {methods[k]:0.##}),"));
        foreach (var row in rows)
        {
            output.WriteLine(row);
        }

        // Rules that changed since may name a few features more or less: the table above is then to be put in their place.
        var distance = sets.Keys.Average(k => Math.Abs(sets[k] - NameWeights.All.GetValueOrDefault(k).DataSet));
        Assert.InRange(distance, 0, LeastWeight);
    }

    private static async Task<IReadOnlyList<RankedExample>> ExamplesAsync()
    {
        var (cases, papers) = await LabelledFigures.ReadAsync(["figures.jsonl", "figures-fresh.jsonl"], TestContext.Current.CancellationToken);
        return [.. cases.SelectMany((c, i) => RankedExample.Of(i, c, papers[c.Paper]))];
    }
}
