namespace PaperChat.Verification;

/// <summary>
/// A number of a text. <see cref="First"/> and <see cref="Last"/> are the indexes of its words. <see cref="IsUnitCarried"/> says that
/// the unit stands with a later number ("from 4 to 8 times"). <see cref="IsLoose"/> says that the number may be used for something
/// else than a count ("one", "half").
/// </summary>
internal readonly record struct Quantity(
    double Value, QuantityUnit Unit, int First, int Last, bool IsApproximate = false, bool IsUnitCarried = false, bool IsLoose = false)
{
    private const double Rounding = 0.05;

    public bool Meets(Quantity stored) => UnitMeets(stored) && (SameValue(Value, stored.Value) || IsRoundOf(stored.Value));

    public bool IsRival(Quantity other) => UnitMeets(other) && !SameValue(Value, other.Value) && !other.IsLoose;

    private static bool SameValue(double a, double b) => Math.Abs(a - b) <= 1e-9 * Math.Max(Math.Abs(a), Math.Abs(b));

    private bool IsRoundOf(double stored) => IsApproximate && Math.Abs(Value - stored) <= Rounding * Math.Abs(stored);

    private bool UnitMeets(Quantity other) =>
        Unit == other.Unit
        || (IsUnitCarried && other.Unit == QuantityUnit.Count)
        || (other.IsUnitCarried && Unit == QuantityUnit.Count)
        || IsBareShare(other) || other.IsBareShare(this);

    // "2.1 percent" of "2.1 WER": measures in percent are often written bare.
    private bool IsBareShare(Quantity other) =>
        Unit == QuantityUnit.Percent && other.Unit == QuantityUnit.Count && SameValue(Value, other.Value) && Math.Abs(Value - Math.Round(Value)) > 1e-9;
}
