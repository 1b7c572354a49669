using System.Globalization;
using System.Text.RegularExpressions;
using PaperChat.Papers;

namespace PaperChat.Sources.DailyPapers;

/// <summary>The day as pages write it: "Jul 28", "July 28, 2025", "28 Jul", "2025-07-28", also after a weekday.</summary>
internal static partial class PageDate
{
    private static readonly string[] Months =
        ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

    public static bool TryParse(string line, out ListedDate date)
    {
        date = default;
        var match = Day().Match(line.Trim());
        if (!match.Success)
        {
            return false;
        }

        var year = match.Groups["year"].Value;
        var month = match.Groups["month"].Value;
        var number = int.TryParse(month, CultureInfo.InvariantCulture, out var digits) ? digits : 1 + Array.IndexOf(Months, month[..3].ToLowerInvariant());
        var day = int.Parse(match.Groups["day"].Value, CultureInfo.InvariantCulture);
        return ListedDate.TryParse(string.Create(CultureInfo.InvariantCulture, $"{(year.Length == 0 ? "-" : year)}-{number:D2}-{day:D2}"), out date);
    }

    /// <summary>A date after at most three words, such as the day of publication.</summary>
    public static bool EndsWithOne(string line)
    {
        var words = line.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return Enumerable.Range(0, Math.Min(4, words.Length)).Any(skipped => TryParse(string.Join(' ', words[skipped..]), out _));
    }

    private const string MonthName = @"(?<month>jan(uary)?|feb(ruary)?|mar(ch)?|apr(il)?|may|june?|july?|aug(ust)?|sept?(ember)?|oct(ober)?|nov(ember)?|dec(ember)?)\.?";
    private const string DayNumber = @"(?<day>\d{1,2})(st|nd|rd|th)?";
    private const string YearNumber = @"(,?\s+(?<year>\d{4}))?";

    [GeneratedRegex(
        $@"^(\w{{3,9}},\s+)?({MonthName}\s+{DayNumber}{YearNumber}|{DayNumber}\s+{MonthName}{YearNumber}|(?<year>\d{{4}})-(?<month>\d{{2}})-(?<day>\d{{2}}))$",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex Day();
}
