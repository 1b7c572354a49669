namespace PaperChat.Evaluation;

/// <summary>A baseline beside what was measured now; it holds unless the figure fell by more than <see cref="Baselines.Tolerance"/>.</summary>
public sealed record BaselineCheck(Baseline Baseline, double Measured)
{
    public double Difference => Measured - Baseline.Value;

    // The last bits of a figure may differ between machines; a drop of exactly the tolerance holds on all of them.
    public bool Holds => Difference >= -Baselines.Tolerance - 1e-9;
}
