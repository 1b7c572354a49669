using System.Text.RegularExpressions;
using PaperChat.Text;

namespace PaperChat.Comparison.Figures;

/// <summary>Tells on which of the data sets that a sentence names one of its numbers was measured.</summary>
internal static partial class FigureDataSets
{
    private const int Near = 60;

    public static IReadOnlyList<TextSpan> Of(string text, IReadOnlyList<NumberMention> numbers, int index, IReadOnlyList<IReadOnlyList<TextSpan>> lists, bool isSpeed)
    {
        var number = numbers[index];
        var first = index;
        while (first > 0 && Chain().IsMatch(text[numbers[first - 1].End..numbers[first].Start]))
        {
            first--;
        }

        var last = index;
        while (last + 1 < numbers.Count && Chain().IsMatch(text[numbers[last].End..numbers[last + 1].Start]))
        {
            last++;
        }

        var next = last + 1 < numbers.Count ? numbers[last + 1].Start : text.Length;

        // "0.76 (for Tamil)", "4.6% for Chinese".
        if (Part().Match(text[number.End..Math.Min(text.Length, number.End + Near)]) is { Success: true } part && number.End + part.Index < next)
        {
            return [new TextSpan(number.End + part.Groups["n"].Index, part.Groups["n"].Length)];
        }

        // "on NQ (15.8 vs 18.3 EM)": in brackets behind the name.
        var start = numbers[first].Start;
        if (lists.LastOrDefault(l => l[^1].End <= start) is { } bracketed && text[bracketed[^1].End..start].Trim() == "(")
        {
            return bracketed;
        }

        // The list that follows before the next number, else the one behind a chain of numbers, else the one in front.
        var after = lists.FirstOrDefault(l => l[0].Start >= number.End && l[0].Start < next && IsOneClause(text[number.End..l[0].Start]))
            ?? (lists.FirstOrDefault(l => l[0].Start >= number.End) is { } later && IsOneClause(text[number.End..later[0].Start]) ? later : null);
        var found = after ?? (isSpeed ? null : lists.LastOrDefault(l => l[0].Start < number.Start)) ?? [];

        // "0.92, 0.75 and 0.57 in English, Malayalam and Tamil, respectively".
        return found.Count > 1 && found.Count == last - first + 1 && text.Contains("respectively", StringComparison.Ordinal) ? [found[index - first]] : found;
    }

    private static bool IsOneClause(string gap) => gap.Length < 2 * Near && !gap.Contains(';', StringComparison.Ordinal) && !gap.Contains(". ", StringComparison.Ordinal) && !StrayColon().IsMatch(gap) && !Break().IsMatch(gap);

    [GeneratedRegex(@"^[^.;,\d]{0,40}?\(?\bfor\s+(?<n>[A-Z][\p{L}-]+(?:→[A-Z][\p{L}]+)?)\b(?!\s+(?:baseline|compared))", RegexOptions.CultureInvariant)]
    private static partial Regex Part();

    [GeneratedRegex(@"^\s*(?:→|to|-|–|,|and|,\s*and|/|vs\.?|v\.s\.|versus)\s*[+~]?\s*$", RegexOptions.CultureInvariant)]
    private static partial Regex Chain();

    [GeneratedRegex(@"(?<!sets|benchmarks|tasks):", RegexOptions.CultureInvariant)]
    private static partial Regex StrayColon();

    [GeneratedRegex(@"\b(?:while|whereas|and achiev\w*|and obtain\w*|which)\b", RegexOptions.CultureInvariant)]
    private static partial Regex Break();
}
