using System.Text.RegularExpressions;

namespace PaperChat.Comparison.Figures;

/// <summary>Tells a gain or loss from a value that stands by itself.</summary>
internal static partial class FigureChange
{
    private const int Before = 60;
    private const int After = 45;

    public static bool Is(string text, NumberMention number, MetricMention metric)
    {
        if (number.HasSign)
        {
            return true;
        }

        if (GainAfter().IsMatch(text[number.End..]) || (metric.Start >= number.End && metric.Start - number.End <= 1 && GainAfter().IsMatch(text[metric.End..])))
        {
            return true;
        }

        // "2.9 BLEU over the baseline".
        if (metric.Start >= number.End && metric.Start - number.End <= 1 && Over().IsMatch(text[metric.End..]))
        {
            return true;
        }

        if (metric.Key is "speedup")
        {
            // A factor of speed is a value; "65% faster" is a gain.
            return number.Unit == "%";
        }

        if (number.Unit == "×" && !metric.Key.Contains("speed", StringComparison.Ordinal) && metric.Key is not ("throughput" or "faster"))
        {
            return true;
        }

        var before = text[Math.Max(0, number.Start - Before)..number.Start];
        var after = text[number.End..Math.Min(text.Length, number.End + After)];
        if (metric.Start >= number.End && metric.Start - number.End < After)
        {
            after = text[number.End..metric.End];
        }

        // "(78.2% vs 64.2%)": two values, whatever the sentence says of their difference.
        if (Versus().IsMatch(text[number.End..Math.Min(text.Length, number.End + 5)]) || EndsVersus().IsMatch(before))
        {
            return false;
        }

        return ChangeRight().IsMatch(before) || (!ValueBefore().IsMatch(before) && (ChangeBefore().IsMatch(before) || ChangeAfter().IsMatch(after)));
    }

    [GeneratedRegex(@"\b(?:improvements?|gains?|reductions?|increases?|drops?|decreases?|boosts?|savings)\s+(?:of|by|up to)\s+(?:up to |around |about |over )?[~+><]?\s*(?:[\d.]+\s*%?\s*(?:,|and|-|–|to)\s*)*$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex ChangeRight();

    // "26.6% improvement in mAP", "a 7% accuracy gain".
    [GeneratedRegex(@"^\s+(?:(?:absolute|relative|average|mean|points?|[a-z]+ly)\s+)*(?:improvements?|gains?|increases?|reductions?|decreases?|boosts?|drops?)\b", RegexOptions.CultureInvariant)]
    private static partial Regex GainAfter();

    [GeneratedRegex(@"^(?:\s+points?)?\s+over\s+(?!all\b|the\s+(?:past|last|course|entire|whole)|[0-9]|\w+\s+(?:datasets|data sets|runs|tasks|languages|seeds|trials|episodes|benchmarks))", RegexOptions.CultureInvariant)]
    private static partial Regex Over();

    [GeneratedRegex(@"^\s*(?:vs|v\.s|→)", RegexOptions.CultureInvariant)]
    private static partial Regex Versus();

    [GeneratedRegex(@"(?:\bvs\.?|\bv\.s\.|\bversus|→)\s*$", RegexOptions.CultureInvariant)]
    private static partial Regex EndsVersus();

    [GeneratedRegex(@"(?:(?<!\bup )\bto|\bfrom|→|\bof (?:only |about |over )?|=|achiev\w*(?: an?)?(?: \w+)?(?: of)?|attain\w*|reach\w*)\s*(?:[\d.]+\s*%?\s*→\s*)?$", RegexOptions.CultureInvariant)]
    private static partial Regex ValueBefore();

    [GeneratedRegex(@"(?:\b(?:improv|increas|reduc|decreas|lower|rais|boost|outperform|surpass|exceed|gain|drop|declin|fall|cut|enhanc|lag|underperform|margin|rise|rose)\w*)\b(?:[^.;]|\.[0-9])*$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex ChangeBefore();

    [GeneratedRegex(@"^[^.;,]{0,25}\b(?:improvements?|gains?|increases?|reductions?|decreases?|boosts?|drops?|savings?|higher|lower|better|closer|faster|fewer|less|more|worse)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex ChangeAfter();
}
