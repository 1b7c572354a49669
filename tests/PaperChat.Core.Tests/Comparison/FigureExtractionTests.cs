using PaperChat.Evaluation;

namespace PaperChat.Core.Tests.Comparison;

public sealed class FigureExtractionTests(ITestOutputHelper output)
{
    private const double LeastPrecision = 0.95;
    private const double LeastRecall = 0.8;
    private const double LeastPairPrecision = 0.98;

    [Fact]
    public async Task Figures_of_real_sentences_are_extracted_as_a_person_reads_them()
    {
        var (cases, papers) = await LabelledFigures.ReadAsync(["figures.jsonl"], TestContext.Current.CancellationToken);

        var scores = FigureEvaluation.Score(cases, c => papers[c.Paper], (about, _, what) => output.WriteLine($"{about.Paper} {what}"));

        foreach (var score in scores)
        {
            output.WriteLine($"{score.Half}: {score.Sentences} sentences, precision {score.Precision:F3}, recall {score.Recall:F3}");
        }

        Assert.True(cases.Count >= 100);
        Assert.InRange(scores[^1].Precision, LeastPrecision, 1);
        Assert.InRange(scores[^1].Recall, LeastRecall, 1);
        Assert.InRange(scores[^1].PairPrecision, LeastPairPrecision, 1);
    }
}
