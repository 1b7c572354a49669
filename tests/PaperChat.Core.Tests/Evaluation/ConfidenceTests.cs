using PaperChat.Evaluation;

namespace PaperChat.Core.Tests.Evaluation;

public sealed class ConfidenceTests
{
    [Fact]
    public void The_calibration_error_is_the_weighted_distance_of_accuracy_and_confidence()
    {
        var calibration = Calibration.Of([Right(0.95), Wrong(0.95), Wrong(0.15), Right(1), Refused(0.5)]);

        Assert.NotNull(calibration);
        Assert.Equal([(0.1, 1), (0.9, 3)], calibration.Bins.Select(b => (b.From, b.Count)));
        Assert.Equal(2.0 / 3, calibration.Bins[1].Accuracy, 1e-12);
        Assert.Equal(2.9 / 3, calibration.Bins[1].MeanConfidence, 1e-12);
        Assert.Equal((0.15 + 3 * 0.3) / 4, calibration.ExpectedCalibrationError, 1e-12);
    }

    [Fact]
    public void Nothing_answered_has_no_calibration() => Assert.Null(Calibration.Of([Refused(0.2)]));

    [Fact]
    public void Risk_and_coverage_are_counted_down_from_the_surest_answer()
    {
        var curve = RiskCoverage.Of([Wrong(0.3), Right(0.9), Refused(0.1), Wrong(0.8), Right(0.8)]);

        Assert.Equal(
            [new RiskCoveragePoint(0.9, 0.2, 0), new RiskCoveragePoint(0.8, 0.6, 1.0 / 3), new RiskCoveragePoint(0.3, 0.8, 0.5)],
            curve.Points);
        Assert.Equal((0 + 2.0 / 3 + 0.5) / 4, curve.Area!.Value, 1e-12);
        Assert.Equal(5.5 / 6, curve.Auroc!.Value, 1e-12);
    }

    [Fact]
    public void A_correct_refusal_is_no_correct_answer()
    {
        var curve = RiskCoverage.Of([Right(0.9), new ScoredOutcome(0.1, Answered: false, Correct: true)]);

        Assert.Equal(1, curve.Auroc);
        Assert.Equal(0.5, Assert.Single(curve.Points).Coverage);
    }

    [Fact]
    public void A_curve_without_answers_is_empty()
    {
        var curve = RiskCoverage.Of([Refused(0.3)]);

        Assert.Empty(curve.Points);
        Assert.Null(curve.Area);
        Assert.Null(curve.Auroc);
    }

    private static ScoredOutcome Right(double confidence) => new(confidence, Answered: true, Correct: true);

    private static ScoredOutcome Wrong(double confidence) => new(confidence, Answered: true, Correct: false);

    private static ScoredOutcome Refused(double confidence) => new(confidence, Answered: false, Correct: false);
}
