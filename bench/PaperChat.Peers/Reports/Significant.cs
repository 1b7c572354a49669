using System.Globalization;

namespace PaperChat.Peers.Reports;

/// <summary>Numbers with about three significant digits, which is more than a measurement of time holds.</summary>
internal static class Significant
{
    public static string Of(double value) =>
        value.ToString(Math.Abs(value) switch { < 1 => "0.000", < 10 => "0.00", < 100 => "0.0", _ => "N0" }, CultureInfo.InvariantCulture);
}
