using System.Globalization;
using System.Text.RegularExpressions;

namespace PaperChat.Comparison.Figures;

/// <summary>Finds the numbers of a text that stand by themselves: not those in names, years, versions, counts or margins of error.</summary>
internal static partial class NumberFinder
{
    private const int EarliestYear = 1900;
    private const int LatestYear = 2100;

    /// <summary><paramref name="text"/> is as <see cref="FigureText"/> makes it.</summary>
    public static IReadOnlyList<NumberMention> Find(string text)
    {
        var found = new List<NumberMention>();
        foreach (Match match in Number().Matches(text))
        {
            var digits = match.Groups["n"];
            if (Stands(text, match, digits)
                && double.TryParse(digits.Value.Replace(",", "", StringComparison.Ordinal), NumberStyles.Float, CultureInfo.InvariantCulture, out var value))
            {
                var unit = UnitOf(match.Groups["u"].Value);
                var hasSign = match.Groups["s"].Value.AsSpan().Trim() is ['+', ..];
                var margin = MarginAfter().Match(text[(match.Index + match.Length)..]);
                unit = unit.Length == 0 && margin.Value.EndsWith('%') ? "%" : unit;
                found.Add(new NumberMention(value, digits.Index, digits.Length, unit, match.Index + match.Length + margin.Length, hasSign)
                {
                    LooksMeasured = digits.Value.Contains('.') || unit.Length > 0 || hasSign,
                });
            }
        }

        // "5-12%", "2 to 4 points": what the second number is, the first is too.
        for (var i = found.Count - 2; i >= 0; i--)
        {
            if (found[i].Unit.Length == 0 && found[i + 1].LooksMeasured && Range().IsMatch(text[found[i].End..found[i + 1].Start]))
            {
                found[i] = found[i] with { Unit = found[i + 1].Unit, LooksMeasured = true };
            }
        }

        return found;
    }

    private static bool Stands(string text, Match match, Group digits)
    {
        var before = match.Index > 0 ? text[match.Index - 1] : ' ';
        var after = match.Index + match.Length < text.Length ? text[match.Index + match.Length] : ' ';
        if ((char.IsLetterOrDigit(before) && !(match.Groups["s"].Value == "+" && digits.Value.Contains('.'))) || before is '_' or '@' or '.' || (before is '-' or '–' or '/' && match.Index > 1 && char.IsLetter(text[match.Index - 2])))
        {
            return false;
        }

        if (match.Groups["u"].Length == 0)
        {
            // "802.15.4".
            if (after == '.' && match.Index + match.Length + 1 < text.Length && char.IsAsciiDigit(text[match.Index + match.Length + 1]))
            {
                return false;
            }

            // "20k", "3D", "4o", "5th", "30-day".
            if (char.IsLetter(after) || (after == '-' && !digits.Value.Contains('.') && match.Index + match.Length + 1 < text.Length && char.IsLetter(text[match.Index + match.Length + 1])))
            {
                return false;
            }

            // "Gemini 2.5 Pro", "Level 3 Tests".
            if (Version().IsMatch(text[..digits.Index]) && after == ' ' && char.IsUpper(text[Math.Min(text.Length - 1, match.Index + match.Length + 1)]))
            {
                return false;
            }

            if (digits.Value is [>= '1' and <= '9', '.', _] && VersionedName().IsMatch(text[..digits.Index]))
            {
                return false;
            }

            if (int.TryParse(digits.Value, NumberStyles.None, CultureInfo.InvariantCulture, out var year) && digits.Length == 4 && year is >= EarliestYear and <= LatestYear)
            {
                return false;
            }
        }

        // "8.96/10", "56.65/70": out of how many.
        if (Numerator().Match(text[..match.Index]) is { Success: true } numerator && !digits.Value.Contains('.') && match.Groups["u"].Length == 0
            && double.TryParse(numerator.Groups["n"].Value, NumberStyles.Float, CultureInfo.InvariantCulture, out var part) && double.TryParse(digits.Value, NumberStyles.Float, CultureInfo.InvariantCulture, out var whole) && part <= whole)
        {
            return false;
        }

        return !Margin().IsMatch(text[..match.Index]) && !Interval().IsMatch(text[..match.Index]) && !IntervalAfter().IsMatch(text[(match.Index + match.Length)..]) && !Setting().IsMatch(text[..match.Index]);
    }

    private static string UnitOf(string unit) => unit.Trim().TrimStart('-').ToLowerInvariant() switch
    {
        "" => "",
        "%" or "percent" => "%",
        "x" or "×" or "*" or "fold" or "times" => "×",
        "s" or "sec" or "second" or "seconds" => "s",
        "minute" or "minutes" or "min" => "min",
        "hour" or "hours" => "h",
        "ms" or "milliseconds" => "ms",
        "fps" => "FPS",
        "db" => "dB",
        "pp" or "points" or "point" or "pts" => "points",
        var other when other.Contains("point", StringComparison.Ordinal) => "points",
        var other => other,
    };

    [GeneratedRegex(@"(?<s>[+−~∼≈>](?:\s?))?(?<n>[0-9]+(?:,[0-9]{3})*(?:\.[0-9]+)?|\.[0-9]+)(?<u>\s*%(?:\s+points?)?|\s*percent(?:age)?(?:\s+points?)?\b|\s*×|[xX]\b|\*(?=\s)|\s?-?fold\b|\s+times\b|\s+(?:points?|pts|pp)\b|\s?(?:ms|milliseconds|FPS|fps|dB|[KMG]i?B)\b|\s+(?:seconds?|minutes?|hours?)\b|s\b)?(?:(?<=s)/[a-z]{2,12}\b)?", RegexOptions.CultureInvariant)]
    private static partial Regex Number();

    [GeneratedRegex(@"^\s*(?:-{1,2}|–|to|→|~|~\s*)\s*$")]
    private static partial Regex Range();

    // "k = 5", "ε = 0.3", "tIoU=0.2".
    [GeneratedRegex(@"(?<![\p{L}\d_^])(?<!(?:Pearson|Spearman|Kendall)(?:['’]s)?\s)(?:\p{L}|\\\p{Ll}+|tIoU|IoU)\s*=\s*$")]
    private static partial Regex Setting();

    // "95% CI [0.52, 0.55]".
    [GeneratedRegex(@"\b(?:CIs?|confidence intervals?)\b\s*[:=]?\s*[\[(]?(?:of )?[-\d.%\s]*(?:,|–|-|to)?\s*$", RegexOptions.CultureInvariant)]
    private static partial Regex Interval();

    [GeneratedRegex(@"^\s*-?(?:CIs?\b|confidence (?:interval|level))", RegexOptions.CultureInvariant)]
    private static partial Regex IntervalAfter();

    [GeneratedRegex(@"(?<![\p{L}-])[A-Z]\p{L}+ $")]
    private static partial Regex Version();

    // "AlpacaEval 2.0": a measure's name may look like that too.
    [GeneratedRegex(@"(?<![\p{L}-])(?!AbsRel|BERTScore|CIDEr|CodeBLEU|SacreBLEU|IoU)\p{Lu}\p{L}*\p{Ll}\p{Lu}\p{L}+ $")]
    private static partial Regex VersionedName();

    [GeneratedRegex(@"(?<![/0-9.]\s?)(?<n>[0-9]+\.[0-9]+)\s?/\s?$", RegexOptions.CultureInvariant)]
    private static partial Regex Numerator();

    [GeneratedRegex(@"^\s*±\s*[0-9.]+\s*%?")]
    private static partial Regex MarginAfter();

    [GeneratedRegex(@"±\s*$|\+/-\s*$")]
    private static partial Regex Margin();
}
