using System.Globalization;
using System.Text.RegularExpressions;

namespace PaperChat.Sources.Records;

/// <summary>The year of a date as reference managers write it: "2017", "2017-06-12", "2017/06/12/spring", "June 2017", "{2017}".</summary>
internal static partial class ReferenceYear
{
    /// <summary>Null where no year stands ("in press"): a paper without its year is still a paper.</summary>
    public static int? In(string? date) =>
        date is not null && Year().Match(date) is { Success: true } match ? int.Parse(match.ValueSpan, CultureInfo.InvariantCulture) : null;

    [GeneratedRegex(@"(?<![0-9])(1[0-9]{3}|2[0-9]{3})(?![0-9])")]
    private static partial Regex Year();
}
