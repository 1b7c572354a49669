using System.Text.RegularExpressions;

namespace PaperChat.Comparison.Figures;

/// <summary>Ties numbers of a sentence to the measures that it names.</summary>
internal static partial class FigurePairing
{
    private const int FarthestBracket = 110;

    /// <summary>For each number its measure, or null.</summary>
    public static MetricMention?[] Pair(string text, IReadOnlyList<NumberMention> numbers, IReadOnlyList<MetricMention> metrics)
    {
        var paired = new MetricMention?[numbers.Count];
        PairLists(text, numbers, metrics, paired);
        PairListsBefore(text, numbers, metrics, paired);
        for (var i = 0; i < numbers.Count; i++)
        {
            paired[i] ??= Direct(text, numbers, metrics, i) is { } metric && Fits(numbers[i].Unit, metric.Key) ? metric : null;
        }

        PairBrackets(text, numbers, paired);
        Carry(text, numbers, paired);
        return paired;
    }

    // "11.7%, 38.2% and 25.3% in mPrec, mRec and mCov": as many measures as numbers, one after another.
    private static void PairLists(string text, IReadOnlyList<NumberMention> numbers, IReadOnlyList<MetricMention> metrics, MetricMention?[] paired)
    {
        for (var first = 0; first < numbers.Count; first++)
        {
            var last = first;
            while (last + 1 < numbers.Count && Between(text, numbers[last].End, numbers[last + 1].Start, ListGap()))
            {
                last++;
            }

            var count = last - first + 1;
            var start = metrics.TakeWhile(m => m.Start < numbers[last].End).Count();
            if (count > 1 && start + count <= metrics.Count && Between(text, numbers[last].End, metrics[start].Start, ListLead())
                && Enumerable.Range(start, count - 1).All(m => Between(text, metrics[m].End, metrics[m + 1].Start, ListGap())))
            {
                for (var i = 0; i < count; i++)
                {
                    paired[first + i] = metrics[start + i];
                }
            }

            first = last;
        }
    }

    // "reduces energy and latency by 4x and 3.8x", "a sensitivity and specificity of 92% and 87%".
    private static void PairListsBefore(string text, IReadOnlyList<NumberMention> numbers, IReadOnlyList<MetricMention> metrics, MetricMention?[] paired)
    {
        for (var first = 0; first + 1 < numbers.Count; first++)
        {
            var metric = metrics.TakeWhile(m => m.End <= numbers[first].Start).Count() - 1;
            if (metric < 0 || paired[first] is not null || !Between(text, metrics[metric].End, numbers[first].Start, ListFollow()))
            {
                continue;
            }

            var count = 1;
            while (count <= metric && first + count < numbers.Count && Between(text, metrics[metric - count].End, metrics[metric - count + 1].Start, ListGap())
                && Between(text, numbers[first + count - 1].End, numbers[first + count].Start, ListGap()))
            {
                count++;
            }

            var isEven = count > 1 && (first + count == numbers.Count || !Between(text, numbers[first + count - 1].End, numbers[first + count].Start, ListGap()));
            for (var i = 0; isEven && i < count; i++)
            {
                paired[first + i] = metrics[metric - count + 1 + i];
            }
        }
    }

    // "85.0 A / 51.4 B, above TideNet (104.5 / 79.6)": the second pair is of the same two measures.
    private static void PairBrackets(string text, IReadOnlyList<NumberMention> numbers, MetricMention?[] paired)
    {
        for (var i = 2; i + 1 < numbers.Count; i++)
        {
            if (paired[i - 2] is { } first && paired[i - 1] is { } second && first != second
                && text[..numbers[i].Start].TrimEnd().EndsWith('(') && text[numbers[i].End..numbers[i + 1].Start].Trim() == "/")
            {
                (paired[i], paired[i + 1]) = (first, second);
            }
        }
    }

    private static MetricMention? Direct(string text, IReadOnlyList<NumberMention> numbers, IReadOnlyList<MetricMention> metrics, int index)
    {
        var number = numbers[index];
        var next = index + 1 < numbers.Count ? numbers[index + 1].Start : text.Length;
        var after = metrics.FirstOrDefault(m => m.Start >= number.End);
        if (IsBetween(text, number, metrics))
        {
            return null;
        }

        if (after is not null && after.Start < next && Between(text, number.End, after.Start, Adjacent()) && !IsCount(text, number, after) && (number.LooksMeasured || after.Start - number.End <= 1))
        {
            return after;
        }

        var before = metrics.LastOrDefault(m => m.End <= number.Start);
        var previous = index > 0 ? numbers[index - 1].End : 0;
        if (before is not null && before.End >= previous && Between(text, before.End, number.Start, Leading()) && IsMeasured(number, text[before.End..number.Start]))
        {
            return before;
        }

        return after is not null && after.Start < next && number.LooksMeasured && Between(text, number.End, after.Start, Trailing()) && !IsCount(text, number, after) ? after
            : before is not null && before.End >= previous && number.LooksMeasured && Between(text, before.End, number.Start, LeadingFar()) ? before
            : number.LooksMeasured ? InTermsOf(text, number, metrics) : null;
    }

    // "... by 1.7% on one set and 8.6% on another in terms of BLEU".
    private static MetricMention? InTermsOf(string text, NumberMention number, IReadOnlyList<MetricMention> metrics)
    {
        var after = metrics.FirstOrDefault(m => m.Start >= number.End);
        return after is not null && Terms().IsMatch(text[number.End..after.Start]) ? after : null;
    }

    // "regret 0.17 AUROC": a measure on either side, and nothing says which of them it is.
    private static bool IsBetween(string text, NumberMention number, IReadOnlyList<MetricMention> metrics) =>
        metrics.Any(m => m.End <= number.Start && text[m.End..number.Start] is " ") && metrics.Any(m => m.Start >= number.End && text[number.End..m.Start] is " ");

    // "16% of all errors": errors that are counted, not a measure.
    private static bool IsCount(string text, NumberMention number, MetricMention metric) =>
        text[metric.Start..metric.End] is "errors" && (!number.LooksMeasured || text[number.End..metric.Start].Contains("of ", StringComparison.Ordinal));

    private static bool IsMeasured(NumberMention number, string gap) => number.LooksMeasured || gap.Trim() is "of" or "=" or "is" or ":" or "(";

    // A number without a measure of its own has that of its neighbour in a range or a list.
    private static void Carry(string text, IReadOnlyList<NumberMention> numbers, MetricMention?[] paired)
    {
        for (var i = numbers.Count - 2; i >= 0; i--)
        {
            if (paired[i] is null && numbers[i].LooksMeasured && paired[i + 1] is { } after && Alike(numbers[i], numbers[i + 1]) && Between(text, numbers[i].End, numbers[i + 1].Start, ChainGap()))
            {
                paired[i] = after;
            }
        }

        for (var i = 1; i < numbers.Count; i++)
        {
            // Counts and settings between two figures do not part them: "for 12 steps".
            var last = i - 1;
            while (last > 0 && paired[last] is null && !numbers[last].LooksMeasured)
            {
                last--;
            }

            if (paired[i] is null && paired[last] is { } before && before.End <= numbers[i].Start && Fits(numbers[i].Unit, before.Key)
                && ((Alike(numbers[last], numbers[i]) && IsCarried(text, numbers[last], numbers[i], before)) || IsRatio(text, numbers[last], numbers[i])))
            {
                paired[i] = before;
            }
        }
    }

    // Seconds measure times and nothing else: "30.9 AP at 51.8 fps" gives no second AP.
    private static bool Fits(string unit, string key) => unit switch
    {
        "FPS" => key.Contains("speed", StringComparison.Ordinal) || key is "frame rate" or "throughput",
        "kb" or "mb" or "gb" or "kib" or "mib" or "gib" => key.Contains("size", StringComparison.Ordinal) || key.Contains("memory", StringComparison.Ordinal) || key.Contains("vram", StringComparison.Ordinal),
        "ms" or "s" or "min" or "h" => key.EndsWith("time", StringComparison.Ordinal) || key is "latency",
        _ => true,
    };

    // "from 49.2s to 10.4s (4.7x)".
    private static bool IsRatio(string text, NumberMention previous, NumberMention number) =>
        number.Unit == "×" && text[previous.End..number.Start].Trim() == "(";

    private static bool IsCarried(string text, NumberMention previous, NumberMention number, MetricMention metric)
    {
        var start = Math.Max(previous.End, metric.End);
        return Between(text, previous.End, number.Start, CarryGap())
            || (number.LooksMeasured && Between(text, start, number.Start, PhraseGap()))
            || (number.Start - start < FarthestBracket && MethodFinder.Before(text, number.Start) is not null);
    }

    private static bool Alike(NumberMention a, NumberMention b) => a.Unit == b.Unit || a.Unit.Length == 0 || b.Unit.Length == 0;

    private static bool Between(string text, int start, int end, Regex pattern) => end >= start && pattern.IsMatch(text[start..end]);

    [GeneratedRegex(@"^[^;.]*(?:[0-9]\.[0-9][^;.]*)*\b(?:in terms of|measured (?:by|in|with))\s+(?:the\s+)?$", RegexOptions.CultureInvariant)]
    private static partial Regex Terms();

    [GeneratedRegex(@"^\s*(?:,\s*and|,|and|/|&|or)\s*$|^\s+$", RegexOptions.CultureInvariant)]
    private static partial Regex ListGap();

    [GeneratedRegex(@"^\s+(?:scores?\s+|ratios?\s+|values?\s+|improvements?\s+|gains?\s+)?(?:by|of|to|are|were|at)\s+(?:up to\s+|over\s+|about\s+)?[~+]?$", RegexOptions.CultureInvariant)]
    private static partial Regex ListFollow();

    [GeneratedRegex(@"^\s*(?:(?:absolute|relative|higher|improvements?|gains?|reductions?|savings?|drops?|decreases?|increases?)\s+)?(?:in|for|of|on)?\s*(?:terms of\s+)?(?:the\s+)?$|^\s*$|^\s*(?:BD-rate savings when measured in)\s*$", RegexOptions.CultureInvariant)]
    private static partial Regex ListLead();

    [GeneratedRegex(@"^\s*(?:\([A-Z][^()\d]{1,25}\)\s*)?(?:\(?(?:absolute|relative|average|mean|overall|median|top|the|improvements?|gains?|increase|reduction|decrease|drop|boost|higher|lower|better|in|of|on|for|its|percentage|points?|test|terms)\s+)*(?:(?!(?:and|or|with|for|on|over|than|while|to|by|from|at|in|of|as|is|are|was|when|the|a|an|faster|compared|using|under|between|against|versus|vs)\b)[A-Za-z][\w-]*\s+){0,2}\(?$", RegexOptions.CultureInvariant)]
    private static partial Regex Adjacent();

    [GeneratedRegex(@"^\s*(?:scores?|rates?|values?|metrics?)?\s*(?:\([^()\d]*\)\s*)?(?:\((?:e\.g\.,?|i\.e\.,?)?|=|:)?\s*(?:(?:of|is|was|are|were|found to be|to be|at|by|from|to|up|only|just|about|around|near|rang\w+|over|less|more|saturat\w+|remain\w*|averag\w+|reach\w*|exceed\w*|above|below|than|nearly|approximately|as|high|low|improvement|improvements|gain|reduction|increase|decrease|savings|an?|the|average|absolute|(?:improves|increases|decreases|drops|falls|rises|improved|reduced|increased)|respectively)\s+)*[~+><≥≤]?\s*$", RegexOptions.CultureInvariant)]
    private static partial Regex Leading();

    [GeneratedRegex(@"^(?:\s+(?!while\b|whereas\b|which\b|when\b|and\b|but\b|with\b|than\b|over\b|compared\b|of\b)[a-z\-]+){0,5}\s+(?:in|of|for|to|from)(?:\s+[a-z\-]+){0,2}\s+$", RegexOptions.CultureInvariant)]
    private static partial Regex Trailing();

    [GeneratedRegex(@"^(?:\s+(?!while\b|whereas\b|which\b|when\b|and\b|but\b|under\b)[\w\-]+|\s*\([^()\d]*\)){0,9}\s+(?:by|of|to|from|exceeding|below|above|at|than)\s+(?:up to |only |about |over |more than |less than |as much as |an average of )?[~+><]?\s*$|^\s+over\s+[^.;:\d]{1,220}\s+by\s+[~+]?\s*$|^\s+(?:of|for|on|in)\s+(?:[\w-]+\s+){1,7}(?:is|was|are|were)\s+(?:[a-z]+ly\s+)?(?:only |about |just |up to )?[~+><]?\s*$|^\s+(?:on|for|in|across)\s+[^.;:()\d%,]{1,50}\(\s*$", RegexOptions.CultureInvariant)]
    private static partial Regex LeadingFar();

    [GeneratedRegex(@"^\s*(?:\([^()\d]{1,25}\)\s*|(?:for|on|in|with)\s+[A-Z][\w-]*\s*)?(?:,\s*and|,|and|→|to|-|–|/|or|vs\.?|versus|compared (?:with|to))\s*(?:(?:by|from|a|an|more than|up to)\s+)?[+~]?\s*$|^,?\s*compared (?:with|to)\s+(?:the\s+[a-z][a-z -]{1,40}\s+of\s+)?$|^\s*\(\s*(?:from\s+)?[+~]?$|^[^;:%]{0,30}\bvs\.?\s+$|^\s*\)\s*,?\s*(?:and\s+)?(?:on\s+|for\s+)?[a-z][^.;:()\d%,]{1,40}\(\s*$", RegexOptions.CultureInvariant)]
    private static partial Regex CarryGap();

    // "1.9x over the one approach and 2.7x", "6.6% on MNIST and 66.6%".
    [GeneratedRegex(@"^(?:\s+(?:gains?|improvements?|increases?|reductions?))?\s+(?:over|against|compared (?:to|with)|than|with|for|on|in|under|across)\s+[^;:()%]{1,70}?(?:,?\s+and|\s+to|,\s+from)\s+(?:by\s+)?(?:up to\s+)?[+~]?\s*$|^\s+(?:in|on|for)\s+[^;:()%\d]{1,40}\s+and\s+(?:in|on|for)\s+[^;:()%\d]{1,40}\s+(?:from|by)\s+$|^\s+(?:(?:in|on|for|across|over|with|without)\s+)[^;:()%\d]{1,60}?,?\s+and\s+(?:from|by)\s+[+~]?\s*$|^\s+(?:without|with|for|on|in|over)\s+[^;:()%\d,]{1,50},\s+(?:and\s+)?by\s+[+~]?\s*$|^,\s+(?:which (?:is|represents|corresponds to|means|marks)\s+)?an?\s+(?:absolute |relative )?(?:gain|improvement|increase|reduction|drop) of\s+$|^,?\s+and\s+(?:in|on|for)\s+[^;:()%\d]{1,40}\s+(?:from|by|to)\s+$|^\s+(?:on|in|for|against)\s+(?:[^;:()%\d,]|(?<=[\w-])\d){1,40},\s+[+~]?\s*$|^\s*,\s+(?:while|whereas|and|but)\s+[^;:()%\d,]{1,60}\b(?:reach|achiev|attain|obtain|scor|averag)(?:e|es|ed|ing|s)?(?:\s+(?:only|just|about|around|below|up to|at))*\s+$|^\s*,\s+(?:outperform|surpass|exceed|beat)ing\s+[^.;:%\d]{1,80}\s+by\s+$|^,?\s+which\s+is\s+(?:an?\s+(?:[a-z]+\s+)?(?:gain|improvement|increase|reduction|drop)\s+of\s+)?$|^,\s+(?:with\s+)?an?\s+(?:absolute |relative |average )?[+~]?\s*$", RegexOptions.CultureInvariant)]
    private static partial Regex PhraseGap();

    [GeneratedRegex(@"^\s*(?:\([A-Z][^()\d]{1,25}\)\s*)?(?:→|to|-{1,2}|–|,\s*and|,|and|or|/|vs\.?|v\.s\.|versus)\s*[+~]?\s*$|^\s+$|^\s+[a-z]+\s+(?:and|or)\s*[+~]?\s*$", RegexOptions.CultureInvariant)]
    private static partial Regex ChainGap();
}
