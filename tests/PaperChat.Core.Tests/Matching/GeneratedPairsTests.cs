using System.Globalization;
using PaperChat.Matching;
using PaperChat.Papers;
using PaperChat.TestSupport;

namespace PaperChat.Core.Tests.Matching;

/// <summary>
/// Precision and recall of merging on pairs made from real papers, found by their keys as a library finds them. The rules were tuned on
/// one half of the papers; the other half says how good they are. Pairs that exist in the collection by itself are not in it.
/// </summary>
public sealed class GeneratedPairsTests
{
    private const int Pairs = 5_000;

    private static readonly Lazy<List<Paper>> Corpus = new(() => SharedCorpus.Read(SharedFolder.Require("data/papers")));

    [Theory]
    [InlineData("tuned", 0)]
    [InlineData("unseen", 1)]
    public void Records_of_one_work_are_merged_and_near_titles_are_not(string half, int remainder)
    {
        var papers = Corpus.Value.Where((_, i) => i % 2 == remainder).ToList();
        var generator = new PairGenerator(papers, seed: 12 + remainder);
        var pairs = generator.Same(Pairs).Concat(generator.Different(Pairs)).ToList();

        var merged = pairs.Where(p => IsMerged(p.First, p.Second)).ToList();

        var right = merged.Count(p => p.IsSame);
        var (precision, recall) = ((double)right / merged.Count, (double)right / Pairs);
        var figures = string.Create(
            CultureInfo.InvariantCulture, $"{half}: precision {precision:F4}, recall {recall:F4} of {pairs.Count} pairs; wrong: ")
            + string.Join(", ", pairs.Where(p => p.IsSame != IsMerged(p.First, p.Second)).CountBy(p => p.Kind).Select(k => $"{k.Key} {k.Value}"));
        TestContext.Current.SendDiagnosticMessage(figures);
        Assert.True(precision >= 0.995 && recall >= 0.97, figures);
    }

    private static bool IsMerged(Paper first, Paper second) =>
        WorkKeys.Of(first).Kept.Intersect(WorkKeys.Of(second).Sought).Any() && WorkMatcher.IsSameWork(first, second);
}
