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
    [InlineData("It gains 2.9 BLEU over the baseline and 3.2 BLEU over copying.", "2.9 BLEU   change", "3.2 BLEU   change")]
    [InlineData("We see a 97% and 91% reduction in cost and latency.", "97% cost   change", "91% latency   change")]
    [InlineData("ReefNet achieves 42.8% consistency.", "42.8% consistency  ReefNet value")]
    [InlineData("ReefNet reaches 95.2 TEDS on CoralBench, 97.5 TEDS on TideBench.", "95.2 TEDS CoralBench ReefNet value", "97.5 TEDS TideBench ReefNet value")]
    [InlineData("We reduce the energy overhead and latency by 4x and 3.8x respectively.", "4× energy overhead   change", "3.8× latency   change")]
    [InlineData("Our ReefNet uses 25% fewer parameters.", "25% parameters  ReefNet change")]
    [InlineData("TideNet yields a 31% reduction in token length.", "31% token length  TideNet change")]
    [InlineData("We obtain an F1 score of 32.7% for the Tamil data and 18.0% for the Spanish data.", "32.7% F1 score Tamil  value", "18.0% F1 score Spanish  value")]
    [InlineData("The accuracy is 58.0%, compared to 37.5% by TideNet.", "58.0% accuracy   value", "37.5% accuracy  TideNet value")]
    [InlineData("On CoralBench, we follow Reef et al. (2017) and obtain 29.3 BLEU.", "29.3 BLEU CoralBench  value")]
    [InlineData("On CoralBench, ReefNet built on TideNet-B reaches an FID of 4.00.", "4.00 FID CoralBench ReefNet value")]
    [InlineData("The best model (Tide 4.5, ECE=0.120) is poorly calibrated.", "0.120 ECE  Tide 4.5 value")]
    [InlineData("The runtime falls from 49.2s/image to 10.4s/image (4.7x).", "49.2s runtime   value", "10.4s runtime   value", "4.7× runtime   change")]
    [InlineData("On CoralBench, ReefNet achieves 85.0 MPJPE / 51.4 PA-MPJPE, above TideNet (104.5 / 79.6).",
        "85.0 MPJPE CoralBench ReefNet value", "51.4 PA-MPJPE CoralBench ReefNet value", "104.5 MPJPE CoralBench TideNet value", "79.6 PA-MPJPE CoralBench TideNet value")]
    [InlineData("Our method improves the mAP by 2.1%, which shows the effectiveness of ReefNet.", "2.1% mAP  ReefNet change")]
    [InlineData("The accuracy of our method is 2.1%, while the strongest rival reaches only 1.7%.", "2.1% accuracy   value", "1.7% accuracy   value")]
    public void Rules_tie_a_number_to_its_measure_its_data_set_and_its_method(string sentence, params string[] figures) =>
        Assert.Equal(figures.Select(f => f.Replace("  ", " ", StringComparison.Ordinal).Replace("  ", " ", StringComparison.Ordinal)), FigureReader.ByRules(sentence, PaperNames.None).Figures.Select(f => Describe(f.Figure, sentence)));

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
    [InlineData("ReefNet outperforms the best contrastive loss by 4.1%.")]
    [InlineData("The kernels reach an average of 113.5% in half precision.")]
    [InlineData("Fused kernels improve naive kernels by 16.5%.")]
    [InlineData("On the reefs, 2 errors occurred.")]
    [InlineData("The progression rises from 60.3% to 77.2%.")]
    [InlineData("It draws 7.4 GHz, on one core.")]
    [InlineData("")]
    public void Numbers_that_measure_no_method_are_left_out(string sentence) => Assert.Empty(FigureReader.Read(sentence, PaperNames.None));

    [Theory]
    [InlineData("perplexity of 12.5", false)]
    [InlineData("word error rate of 12.5%", false)]
    [InlineData("accuracy of 12.5%", true)]
    [InlineData("cumulative return of 12.5%", null)]
    [InlineData("parameter overhead of 12.5%", false)]
    [InlineData("turnover rate of 12.5%", null)]
    [InlineData("TER of 12.5", false)]
    public void It_is_known_which_way_is_better(string end, bool? higherIsBetter) =>
        Assert.Equal(higherIsBetter, Assert.Single(FigureReader.Read("We obtain a " + end + ".", PaperNames.None)).HigherIsBetter);

    [Fact]
    public void What_the_paper_calls_its_own_is_the_method_and_what_it_calls_a_benchmark_is_the_data_set()
    {
        const string Sentence = "Across the reefs of Corallia, Tidal improves accuracy on Basin to 71.3%.";
        var paper = PaperNames.Of("Tidal: counting corals from above", "We present Tidal, a model that counts. We use the Basin dataset.");

        var figure = Assert.Single(FigureReader.Read(Sentence, paper));

        Assert.Equal(("Tidal", "Basin"), (figure.Method?.Of(Sentence), Assert.Single(figure.DataSets).Of(Sentence)));
    }

    [Fact]
    public void A_figure_whose_names_are_too_close_to_call_is_left_out()
    {
        const string Sentence = "Our method improves the mAP by 2.1%, which shows the effectiveness of ReefNet.";

        Assert.Single(FigureReader.ByRules(Sentence, PaperNames.None).Figures);
        Assert.Empty(FigureReader.Read(Sentence, PaperNames.None));
    }

    [Fact]
    public void Of_two_values_that_are_compared_only_one_is_the_methods()
    {
        const string Sentence = "ReefNet achieves 96.0% accuracy compared to 95.0% without it.";

        var figures = FigureReader.Read(Sentence, PaperNames.Of("ReefNet: counting corals", "We propose ReefNet, a model."));

        Assert.True(figures.Count(f => f.Method?.Of(Sentence) == "ReefNet") < 2);
    }

    [Fact]
    public void What_a_score_is_out_of_is_no_figure() =>
        Assert.Equal([7.25], FigureReader.Read("ReefNet reaches an accuracy of 7.25/10.", PaperNames.None).Select(f => f.Value));

    private static string Describe(ReportedFigure figure, string sentence)
    {
        var sets = string.Join("+", figure.DataSets.Select(d => d.Of(sentence)));
        var text = $"{figure.ValueSpan.Of(sentence)}{figure.Unit} {figure.Metric} {sets} {figure.Method?.Of(sentence)} {(figure.IsChange ? "change" : "value")}";
        return text.Replace("  ", " ", StringComparison.Ordinal).Replace("  ", " ", StringComparison.Ordinal);
    }
}
