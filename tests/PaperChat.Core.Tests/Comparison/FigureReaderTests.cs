using PaperChat.Comparison.Figures;

namespace PaperChat.Core.Tests.Comparison;

public sealed class FigureReaderTests
{
    [Theory]
    [InlineData("ReefNet achieves an accuracy of 91.3% on CoralBench.", "91.3% accuracy CoralBench ReefNet value")]
    [InlineData("Our model reaches 91.3\\% accuracy and 0.88 F1 on the CoralBench dataset.", "91.3% accuracy CoralBench  value", "0.88 F1 CoralBench  value")]
    [InlineData("We improve over the baseline by +1.4 BLEU on newstest2017.", "1.4 BLEU newstest2017  change")]
    [InlineData("It reduces the error from 12.5% to 3.6% on ReefSet.", "12.5% error ReefSet  value", "3.6% error ReefSet  value")]
    [InlineData("TideNet gains 7.4% in mAP50 and 1.7% in mAP on the DSEC-Reef dataset.", "7.4% mAP50 DSEC-Reef TideNet change", "1.7% mAP DSEC-Reef TideNet change")]
    [InlineData("It is better on TideText (15.8 vs 18.3 perplexity) and on ReefImages-64 (3.43 vs 3.44 bits/dim).",
        "15.8 perplexity TideText  value", "18.3 perplexity TideText  value", "3.43 bits/dim ReefImages-64  value", "3.44 bits/dim ReefImages-64  value")]
    [InlineData("Gains of 11.7%, 38.2% and 25.3% in mPrec, mRec and mCov are seen.", "11.7% mPrec   change", "38.2% mRec   change", "25.3% mCov   change")]
    [InlineData("ReefNet scores a human evaluation score of 4.03, above TideGPT-4 (3.92).", "4.03 human evaluation score  ReefNet value", "3.92 human evaluation score  TideGPT-4 value")]
    [InlineData("The loss is 65.41 $\\pm$ 3.99$\\%$ on ReefSet-100.", "65.41% loss ReefSet-100  value")]
    [InlineData("Across TideBench, ReefSet, and CoralQA, WaveNet reaches 0.90/0.71/0.53 AUPRC.", "0.90 AUPRC TideBench WaveNet value", "0.71 AUPRC ReefSet WaveNet value", "0.53 AUPRC CoralQA WaveNet value")]
    [InlineData("On CoralBench, ReefNet raises the share of valid plans from 50.4% to 73.5%.", "50.4% share of valid plans CoralBench  value", "73.5% share of valid plans CoralBench ReefNet value")]
    [InlineData("ReefNet improves chunk utilization by 31%.", "31% chunk utilization  ReefNet change")]
    [InlineData("On TideBench, our method achieves up to 3.2x speedup (1.9x on average).", "3.2× speedup TideBench  value", "1.9× speedup TideBench  value")]
    [InlineData("Of the baselines, Tide Guard (F1 = 0.81) and Reef Moderation (F1 = 0.12) fail.", "0.81 F1  Tide Guard value", "0.12 F1  Reef Moderation value")]
    [InlineData("TideNet reaches up to 77.5% (ReefSet) and 91.7% (CoralQA) precision.", "77.5% precision ReefSet TideNet value", "91.7% precision CoralQA TideNet value")]
    [InlineData("We rank first in Task A (nDCG@5: 0.58) and second in Task B (HM: 0.77).", "0.58 nDCG@5 Task A  value", "0.77 HM Task B  value")]
    public void A_number_is_tied_to_its_measure_its_data_set_and_its_method(string sentence, params string[] figures) =>
        Assert.Equal(figures.Select(f => f.Replace("  ", " ", StringComparison.Ordinal).Replace("  ", " ", StringComparison.Ordinal)), FigureReader.Read(sentence).Select(f => Describe(f, sentence)));

    [Theory]
    [InlineData("We collect 4,000 images of 12 reefs with 8.5M annotations in 2024.")]
    [InlineData("More than 43% of the reefs are endangered.")]
    [InlineData("We evaluate TideGPT 4o and Reef 2.5 Pro on accuracy.")]
    [InlineData("The 802.15.4 radios reach high success rates.")]
    [InlineData("Accuracy drops at a threshold of k = 5.")]
    [InlineData("The interval of the accuracy (95% CI [0.525, 0.553]) is narrow.")]
    [InlineData("It uses less than 1% of the labels to improve the accuracy.")]
    [InlineData("The lever increases the stiffness of the arm by 35%.")]
    [InlineData("The market has a compound growth rate of 13.2%.")]
    [InlineData("It has a regret 0.17 AUROC.")]
    [InlineData("")]
    public void Numbers_that_measure_no_method_are_left_out(string sentence) => Assert.Empty(FigureReader.Read(sentence));

    [Theory]
    [InlineData("perplexity of 12.5", false)]
    [InlineData("word error rate of 12.5%", false)]
    [InlineData("accuracy of 12.5%", true)]
    [InlineData("cumulative return of 12.5%", null)]
    public void It_is_known_which_way_is_better(string end, bool? higherIsBetter) =>
        Assert.Equal(higherIsBetter, Assert.Single(FigureReader.Read("We obtain a " + end + ".")).HigherIsBetter);

    private static string Describe(ReportedFigure figure, string sentence)
    {
        var sets = string.Join("+", figure.DataSets.Select(d => d.Of(sentence)));
        var text = $"{figure.ValueSpan.Of(sentence)}{figure.Unit} {figure.Metric} {sets} {figure.Method?.Of(sentence)} {(figure.IsChange ? "change" : "value")}";
        return text.Replace("  ", " ", StringComparison.Ordinal).Replace("  ", " ", StringComparison.Ordinal);
    }
}
