using System.Text.RegularExpressions;
using PaperChat.Text;

namespace PaperChat.Comparison.Figures;

/// <summary>Tells on which of the data sets that a sentence names one of its numbers was measured.</summary>
internal static partial class FigureDataSets
{
    private const int Near = 60;

    public static IReadOnlyList<TextSpan> Of(string text, IReadOnlyList<NumberMention> numbers, int index, IReadOnlyList<IReadOnlyList<TextSpan>> lists, bool isSpeed, TextSpan? following)
    {
        var number = numbers[index];
        var (first, last) = ChainOf(text, numbers, index);
        var next = last + 1 < numbers.Count ? numbers[last + 1].Start : text.Length;

        // "0.76 (for Tamil)", "4.6% for Chinese".
        if (Part().Match(text[number.End..Math.Min(text.Length, number.End + Near)]) is { Success: true } part && following is null && !NameFinder.IsTelling(part.Groups["n"].Value.Split('-', '→')[0]) && number.End + part.Index < next)
        {
            return [new TextSpan(number.End + part.Groups["n"].Index, part.Groups["n"].Length)];
        }

        // "91.2% in English".
        if (Place().Match(text[number.End..]) is { Success: true } place)
        {
            return [new TextSpan(number.End + place.Groups["n"].Index, place.Groups["n"].Length)];
        }

        // "on NQ (15.8 vs 18.3 EM)": in brackets behind the name.
        var start = numbers[first].Start;
        if (lists.LastOrDefault(l => l[^1].End <= start) is { } bracketed && text[bracketed[^1].End..start].Trim() == "(")
        {
            return bracketed;
        }

        // "77.5% (ReefSet)".
        if (Bracketed().Match(text[number.End..]) is { Success: true } inBrackets)
        {
            return [new TextSpan(number.End + inBrackets.Groups["n"].Index, inBrackets.Groups["n"].Length)];
        }

        // The list that follows before the next number, else the one behind a chain of numbers, else the one in front.
        var after = lists.FirstOrDefault(l => l[0].Start >= number.End && l[0].Start < next && IsOneClause(text[number.End..l[0].Start]))
            ?? (lists.FirstOrDefault(l => l[0].Start >= number.End) is { } later && IsOneClause(text[number.End..later[0].Start]) && Places().Count(text[number.End..later[0].Start]) == 0 ? later : null);
        var found = after ?? lists.LastOrDefault(l => l[0].Start < number.Start && !IsOver(text, l, number) && (!isSpeed || OpensClause().IsMatch(text[l[^1].End..]))) ?? [];

        return Narrowed(text, numbers, index, (first, last), found);
    }

    /// <summary>The one of a list of data sets that a number of a parallel list belongs to, or all of them.</summary>
    public static IReadOnlyList<TextSpan> Narrowed(string text, IReadOnlyList<NumberMention> numbers, int index, IReadOnlyList<TextSpan> list) =>
        Narrowed(text, numbers, index, ChainOf(text, numbers, index), list);

    // "0.92, 0.75 and 0.57 in English, Malayalam and Tamil, respectively".
    private static IReadOnlyList<TextSpan> Narrowed(string text, IReadOnlyList<NumberMention> numbers, int index, (int First, int Last) chain, IReadOnlyList<TextSpan> list) =>
        list.Count > 1 && list.Count == chain.Last - chain.First + 1
        && (text.Contains("respectively", StringComparison.Ordinal) || IsListed(text, numbers, chain.First, chain.Last)) ? [list[index - chain.First]] : list;

    // The first and the last number of those that stand in a row with one.
    private static (int First, int Last) ChainOf(string text, IReadOnlyList<NumberMention> numbers, int index)
    {
        var (first, last) = (index, index);
        while (first > 0 && Chain().IsMatch(text[numbers[first - 1].End..numbers[first].Start]))
        {
            first--;
        }

        while (last + 1 < numbers.Count && Chain().IsMatch(text[numbers[last].End..numbers[last + 1].Start]))
        {
            last++;
        }

        return (first, last);
    }

    // "4.1%, 3.9%, and 3.2% on A, B, and C": one number a data set. Two numbers with "to" or "vs" between them are no list.
    private static bool IsListed(string text, IReadOnlyList<NumberMention> numbers, int first, int last) =>
        Enumerable.Range(first, last - first).All(i => text[numbers[i].End..numbers[i + 1].Start].Trim() is "," or ", and" or "and" or "/");

    // "FVD on ReefSet from 9.5 to 8.6 while reducing steps by 10x": the second measure is not tied to the set inside of the first clause.
    private static bool IsOver(string text, IReadOnlyList<TextSpan> list, NumberMention number) =>
        list[^1].End <= number.Start && (Item().IsMatch(text[list[^1].End..number.Start]) || Change().IsMatch(text[list[^1].End..number.Start]) && !OpensClause().IsMatch(text[list[^1].End..]));

    [GeneratedRegex(@"^\s+(?:from|by)\b.*[0-9].*\bwhile\s+(?:reduc|us|requir|sav|cutt|lower)\w*ing\b", RegexOptions.CultureInvariant)]
    private static partial Regex Change();

    // "(1) ... (2) ...", "... -- ...": another statement.
    [GeneratedRegex(@"\((?:[0-9]|[ivx]+)\)|\s--\s", RegexOptions.CultureInvariant)]
    private static partial Regex Item();

    private static bool IsOneClause(string gap) => gap.Length < 2 * Near && !gap.Contains(';', StringComparison.Ordinal) && !gap.Contains(". ", StringComparison.Ordinal) && !LeavesBrackets(gap) && !StrayColon().IsMatch(gap) && !Break().IsMatch(gap);

    private static bool LeavesBrackets(string gap) => gap.IndexOf(')', StringComparison.Ordinal) is >= 0 and var close && !gap[..close].Contains('(', StringComparison.Ordinal) && !BehindBrackets().IsMatch(gap[close..]);

    [GeneratedRegex(@"^\)\s+(?:on|across|in)\b", RegexOptions.CultureInvariant)]
    private static partial Regex BehindBrackets();

    [GeneratedRegex(@"^\s+in\s+(?<n>[A-Z][a-z]+)\b(?!\s+[A-Z]|\s*,\s*[A-Z]|\s+and\s+[A-Z])", RegexOptions.CultureInvariant)]
    private static partial Regex Place();

    // "On ReefSet, we ...": what follows is all about it.
    [GeneratedRegex(@"^(?:\s+[a-z]+)?,\s+(?:we\b|our\b|it\b|the\b|this\b|[A-Z])|^\)?\s*(?:datasets?\s+|benchmarks?\s+)?(?:demonstrate|show|indicate|reveal)s? that\b", RegexOptions.CultureInvariant)]
    private static partial Regex OpensClause();

    [GeneratedRegex(@"^\s*\((?<n>" + NameFinder.Name + @")\)", RegexOptions.CultureInvariant)]
    private static partial Regex Bracketed();

    [GeneratedRegex(@"^[^.;,\d]{0,40}?\(?\bfor\s+(?:the\s+(?=[A-Z]\w+\s+(?:data|language|corpus|set|subset|track|test|part|portion|split)\b))?(?<n>[A-Z][\p{L}-]+(?:→[A-Z][\p{L}]+)?)\b(?![\w-]|\s+(?:baseline|compared|detection|classification|recognition|segmentation|prediction|identification|generation|tasks?))", RegexOptions.CultureInvariant)]
    private static partial Regex Part();

    [GeneratedRegex(@"^\s*(?:→|to|-|–|,|and|,\s*and|/|vs\.?|v\.s\.|versus)\s*[+~]?\s*$", RegexOptions.CultureInvariant)]
    private static partial Regex Chain();

    // "2.4% on one set and 3.4% on another".
    [GeneratedRegex(@"\bon (?:the )?[A-Z]", RegexOptions.CultureInvariant)]
    private static partial Regex Places();

    [GeneratedRegex(@"(?<!sets|benchmarks|tasks):", RegexOptions.CultureInvariant)]
    private static partial Regex StrayColon();

    [GeneratedRegex(@",\s+and on\b|\b(?:while|whereas|and achiev\w*|and obtain\w*|which)\b", RegexOptions.CultureInvariant)]
    private static partial Regex Break();
}
