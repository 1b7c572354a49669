using System.Text.RegularExpressions;

namespace PaperChat.Comparison.Figures;

/// <summary>Finds measures that no list holds by the form of what is said: "reduces X from 39% to 32%", "increases X by 5%", "(HM: 0.77)".</summary>
internal static partial class UnlistedMeasures
{
    /// <summary><paramref name="listed"/> are the measures found by name; what is part of one of them is no measure of its own.</summary>
    public static IEnumerable<MetricMention> Find(string text, IReadOnlyList<MetricMention> listed)
    {
        foreach (Match match in Changed().Matches(text).Concat(ChangedBy().Matches(text)).Concat(Scored().Matches(text)))
        {
            var name = match.Groups["m"];
            if (!General().IsMatch(name.Value) && !listed.Any(l => l.Start < name.Index + name.Length && name.Index < l.End))
            {
                yield return new MetricMention(name.Index, name.Length, name.Value.ToLowerInvariant(), null);
            }
        }
    }

    [GeneratedRegex(@"(?:\b(?:reduc|increas|improv|rais|lower|decreas|boost|cut|enhanc|bring|push)\w*|[\d%],?\s+and)\s+(?:the\s+|its\s+|their\s+|our\s+)?(?<m>(?:(?!(?:from|by|to|and|or|on|in|over|than|with|while|for|up|performance)\b)[\p{L}][\w-]*\s+){0,9}?(?!(?:from|by|to|and|or|on|in|over|than|with|while|for|up)\b)[\p{L}][\w-]*)\s+from\s+[~<>]?\s*(?:[0-9]+(?:\.[0-9]+)?\s*%|0?\.[0-9]+)\s+to\s+[~<>]?\s*[0-9]", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Changed();

    // "increases the service ratio by up to 18%".
    [GeneratedRegex(@"\b(?:reduc|increas|improv|rais|lower|decreas|boost|cut|enhanc)(?:e|es|ed|ing|s)?\s+(?:the\s+|its\s+|their\s+|our\s+)?(?<m>(?:[\p{L}][\w-]*\s+){0,4}?(?!(?:from|by|to|and|or|on|in|over|than|with|while|for|up|them|it)\b)\p{Ll}[\w-]*)\s+by\s+(?:up to\s+|over\s+|more than\s+|about\s+|around\s+|an average of\s+)?[+~<>]?\s*[0-9]+(?:\.[0-9]+)?\s*~?(?:%|×|x\b|pp\b|percent)", RegexOptions.CultureInvariant)]
    private static partial Regex ChangedBy();

    [GeneratedRegex(@"(?<![\w-])(?<m>(?!CI|SD|SE|SEM|IQR|OR|HR|RR|CAGR|IRR)[A-Z]{2,7}(?:[\^@-][A-Za-z0-9]{1,4})?)\s?[:=]\s?(?=0?\.[0-9]|[0-9]+(?:\.[0-9]+)?\s*%)", RegexOptions.CultureInvariant)]
    private static partial Regex Scored();

    [GeneratedRegex(@"\b(?:performance|results?|quality|share|proportion|themes?|number|baselines?|models?|methods?|temperature|pressure|threshold|weight|voltage|size|state-of-the-art|sota|accuracies|approach(?:es)?|systems?|variants?|capabilit(?:y|ies))$|\b(?:stiffness|pressure|efficiency|force|torque|density|power|velocity|voltage|bandwidth|mass|range|and|or|by|over|on|of (?:the )?(?:state|baseline))\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex General();
}
