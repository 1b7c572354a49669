using System.Text.RegularExpressions;

namespace PaperChat.Comparison.Figures;

/// <summary>Finds measures that no list holds by the form of what is said: "reduces X from 39% to 32%", "increases X by 5%", "(HM: 0.77)".</summary>
internal static partial class UnlistedMeasures
{
    // Up to four words that are no preposition or conjunction; what may follow them.
    private const string Noun = @"(?:(?!(?:" + Small + @")\b)[\p{L}][\w'-]*\s+){0,3}?(?!(?:" + Small + @")\b)[\p{L}][\w-]*";
    private const string Small = @"from|by|to|and|or|on|in|over|than|with|while|for|up|of|at|as|a|an|the|that|this|these|those|which|it|same|when|compared|across|against|absolute|relative|improvements?|gains?|reductions?|increases?|drops?|better|higher|lower|faster|fewer|less|more|points?|\w+ly";
    private const string PhysicalUnit = @"(?:[GMTK]i?B|[GMk]?Hz|[GM]?FLOP/?s|[TG]?OPS|[GC]PUs?|V?RAM|[kMG]?Pa|[kMm]?W|[mk]?[VANJ]|[CIU]+|DOF|RPM|USD|EUR|CO2)\b";
    private const string End = @"(?=\s*[.,;()]|\s*$|\s+(?:on|in|across|for|and|while|with|over|when|under|using|compared|than|relative|at|but|without|versus|vs|against|to)\b)";

    /// <summary><paramref name="listed"/> are the measures found by name; what is part of one of them is no measure of its own.</summary>
    public static IEnumerable<MetricMention> Find(string text, IReadOnlyList<MetricMention> listed)
    {
        foreach (Match match in FirstNamed().Matches(text))
        {
            var name = match.Groups["m"];
            if (!listed.Any(l => l.Start < name.Index + name.Length && name.Index < l.End))
            {
                yield return new MetricMention(name.Index, name.Length, name.Value.ToLowerInvariant(), null);
            }
        }

        foreach (Match match in Changed().Matches(text).Concat(ChangedBy().Matches(text)).Concat(FirstOfTwo().Matches(text)).Concat(GainIn().Matches(text)).Concat(Compared().Matches(text)).Concat(Achieved().Matches(text)).Concat(Named().Matches(text)).Concat(Capitals().Matches(text)).Concat(Rising().Matches(text)).Concat(Scored().Matches(text)))
        {
            var name = match.Groups["m"];
            if (!General().IsMatch(name.Value) && !listed.Any(l => l.End + 1 == match.Index) && !listed.Any(l => l.Start < name.Index + name.Length && name.Index < l.End))
            {
                yield return new MetricMention(name.Index, name.Length, name.Value.ToLowerInvariant(), null);
            }
        }
    }

    [GeneratedRegex(@"(?:\b(?:reduc|increas|improv|rais|lower|decreas|boost|cut|enhanc|bring|push)\w*|[\d%],?\s+and)\s+(?:the\s+|its\s+|their\s+|our\s+)?(?<m>(?:(?!(?:from|by|to|and|or|on|in|over|than|with|while|for|up|performance)\b)[\p{L}][\w-]*\s+){0,9}?(?!(?:from|by|to|and|or|on|in|over|than|with|while|for|up)\b)[\p{L}][\w-]*)\s+from\s+[~<>]?\s*(?:[0-9]+(?:\.[0-9]+)?\s*%|0?\.[0-9]+)\s+to\s+[~<>]?\s*[0-9]", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Changed();

    // "increases the service ratio by up to 18%".
    [GeneratedRegex(@"(?:\b(?:reduc|increas|improv|rais|lower|decreas|boost|cut|cutt|enhanc|drop|dropp|shrink)(?:e|es|ed|ing|s)?|(?:%|×|x|points|pp),?\s+and)\s+(?:the\s+|its\s+|their\s+|our\s+)?(?<m>(?:[\p{L}][\w-]*\s+){0,4}?(?!(?:from|by|to|and|or|on|in|over|than|with|while|for|up|them|it)\b)\p{Ll}[\w-]*)\s+by\s+(?:up to\s+|over\s+|more than\s+|about\s+|around\s+|an average of\s+)?[+~<>]?\s*[0-9]+(?:\.[0-9]+)?\s*~?(?:%|×|x\b|pp\b|percent)", RegexOptions.CultureInvariant)]
    private static partial Regex ChangedBy();

    // "boosts the accepted length and speedup by 136% and 35%": the first of two.
    [GeneratedRegex(@"\b(?:reduc|increas|improv|rais|lower|decreas|boost|cut|enhanc)(?:e|es|ed|ing|s)?\s+(?:the\s+|its\s+|their\s+)?(?<m>" + Noun + @")\s+and\s+" + Noun + @"\s+by\s+(?:up to\s+)?[0-9.]+\s*(?:%|×|x)?\s+and\s+[0-9]", RegexOptions.CultureInvariant)]
    private static partial Regex FirstOfTwo();

    // "97% and 91% reduction in cost and latency": the first of two.
    [GeneratedRegex(@"[0-9]\s*(?:%|×|x)?\s+and\s+[0-9.]+\s*(?:%|×|x)?\s+(?:reductions?|improvements?|increases?|gains?|decreases?|drops?|savings?)\s+in\s+(?:the\s+|its\s+|their\s+)?(?<m>" + Noun + @")\s+and\s+\p{L}", RegexOptions.CultureInvariant)]
    private static partial Regex FirstNamed();

    // "a 31% reduction in token length", "a decrease of 30.5% in Chamfer Distance".
    [GeneratedRegex(@"(?:[0-9]\s*(?:%|×|x|percent|points)\s+(?:[a-z]+ly\s+|absolute\s+|relative\s+|average\s+)*(?:reductions?|improvements?|increases?|gains?|decreases?|drops?|boosts?|savings?)|(?:reductions?|improvements?|increases?|gains?|decreases?|drops?) of (?:up to |about |over )?[0-9]+(?:\.[0-9]+)?\s*%)\s+in\s+(?:terms of\s+)?(?:the\s+|its\s+|their\s+)?(?<m>" + Noun + @")" + End, RegexOptions.CultureInvariant)]
    private static partial Regex GainIn();

    // "25% fewer parameters", "a 10x higher average success".
    [GeneratedRegex(@"[0-9]\s*(?:%|×|x|times)\s+(?:(?:fewer|lower|higher|less)\s+(?<m>" + Noun + @")" + End + @"|(?<m>(?:inference |training |decoding )?speed)\b(?!-))", RegexOptions.CultureInvariant)]
    private static partial Regex Compared();

    // "achieves 42.8% consistency", "reaching 0.887 $S_\alpha$ on CAMO".
    [GeneratedRegex(@"\b(?:achiev|attain|reach|obtain|scor|yield|maintain|retain)(?:e|es|ed|ing|s)?\s+(?:(?:an?|up|to|over|only|just|about|around|nearly|the|more|than|average|best|of)\s+)*[~+]?(?:[0-9]+(?:\.[0-9]+)?\s*%|[0-9]+\.[0-9]+)(?:\s*(?:and|/|,)\s*[0-9]+(?:\.[0-9]+)?\s*%?)*\s+(?<m>" + Noun + @"|[A-Z]\w*@[0-9]+|[A-Z]\w+_?\s?\\?\w*|S_\\?\w+)" + End, RegexOptions.CultureInvariant)]
    private static partial Regex Achieved();

    // "achieves a crash-resolution rate of 58%", "(AR from 16.4% to 77.1%, ...".
    [GeneratedRegex(@"\b(?:achiev|attain|reach|obtain|scor|yield|report)(?:e|es|ed|ing|s)?\s+(?:an?|the)\s+(?:(?:average|overall|high|best|highest)\s+)*(?<m>" + Noun + @")\s+of\s+(?:up to |over |about |only )?(?:[0-9]+(?:\.[0-9]+)?\s*%|[0-9]+\.[0-9]+(?!\d|\s*[A-Za-z-])|[0-9]+\.[0-9]+" + End + @")|[(,]\s*(?:and\s+)?(?<m>[A-Z]\w*[A-Z]\w*)\s+from\s+[0-9]+(?:\.[0-9]+)?\s*%?\s*to\s+[0-9]", RegexOptions.CultureInvariant)]
    private static partial Regex Named();

    // "97.4 TEDS on FinTabNet", "by 17% mAA", "(best UIQM of 3.41 on UIEB)": capitals at a number that is measured.
    [GeneratedRegex(@"(?:[0-9]\s*%|[0-9]\.[0-9]+)\s+(?!" + PhysicalUnit + @")(?<m>[a-z]?[A-Z][\w-]*[A-Z]\w*)(?=\s*[,./;)]|\s*$|\s+(?:on|across|and|over|in)\b)|(?<![\w-])(?!" + PhysicalUnit + @"|SNR\b)(?<m>[a-z]?[A-Z][A-Z]+[A-Za-z]*(?:-[A-Z]\w*)?)\s+of\s+(?=[0-9]+\.[0-9]+|[0-9]+\s*%)", RegexOptions.CultureInvariant)]
    private static partial Regex Capitals();

    // "user satisfaction increased from 78.0% to 80.1%".
    [GeneratedRegex(@"(?<![\w-])(?<m>" + Noun + @")(?:\s+(?:for|of|in|on)\s+[^.,;:%\d]{1,40})?\s+(?:increas|improv|dropp?|ros|ris|f[ae]ll|decreas|declin|gr[eo]w)(?:e|es|ed|s|ing)?\s+from\s+[~<>]?\s*[0-9]+(?:\.[0-9]+)?\s*%\s+to\s+[~<>]?\s*[0-9]", RegexOptions.CultureInvariant)]
    private static partial Regex Rising();

    [GeneratedRegex(@"(?<![\w-])(?<m>(?!CI|SD|SE|SEM|IQR|OR|HR|RR|CAGR|IRR)[A-Z]{2,7}(?:[\^@-][A-Za-z0-9]{1,4})?)\s?[:=]\s?(?=0?\.[0-9]|[0-9]+(?:\.[0-9]+)?\s*%)", RegexOptions.CultureInvariant)]
    private static partial Regex Scored();

    [GeneratedRegex(@"^(?:[a-z]+ed |overall |output |the )?quality$|\b(?:average|progression|services?|users?|performance|results?|share|proportion|themes?|number|baselines?|models?|methods?|temperature|pressure|threshold|weight|voltage|size|state-of-the-art|sota|accuracies|approach(?:es)?|systems?|variants?|data|samples?|resolution|labels?|examples|images|tokens|coverage|improvement|completion|cases|tasks?|confidence|probability|time|margin|cost|state|capabilit(?:y|ies)|kernels?|implementations?|techniques?|algorithms?|solutions?|networks?|frameworks?|participants?|patients?|papers?)$|\b(?:stiffness|pressure|efficiency|force|torque|density|power|velocity|voltage|bandwidth|mass|range|and|or|by|over|on|of (?:the )?(?:state|baseline))\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex General();
}
