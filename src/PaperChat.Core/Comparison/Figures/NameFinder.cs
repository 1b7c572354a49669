using System.Text.RegularExpressions;
using PaperChat.Text;

namespace PaperChat.Comparison.Figures;

/// <summary>Finds data sets and methods by the names that a text gives them and the words around those.</summary>
internal static partial class NameFinder
{
    /// <summary>Names are words with a capital or digit beyond their first letter, or several capitalised words.</summary>
    internal const string Name = @"(?:[A-Z][\w&]*(?:[-.+/&][\w]+)*|[a-z]+[A-Z0-9][\w]*(?:[-.+/][\w]+)*|\p{Ll}\^[0-9] ?-[A-Z]\w+)(?:\[\d+\])?";

    /// <summary>The lists of data sets, in the order of the text: each with its names.</summary>
    public static IReadOnlyList<IReadOnlyList<TextSpan>> DataSets(string text, IReadOnlyList<MetricMention> metrics)
    {
        var lists = new List<IReadOnlyList<TextSpan>>();
        foreach (Match match in DataSetList().Matches(text))
        {
            var names = Names(match, metrics);
            if (names.Count > 1 && !match.Groups["noun"].Success && Acts().IsMatch(text[names[^1].End..]) && text[names[^2].End..names[^1].Start].Trim() == ",")
            {
                // "On ReefSet, TideNet raises ...": the last name is what acts there.
                names.RemoveAt(names.Count - 1);
            }

            var isCounted = names.Count == 1 && match.Groups["noun"].Value.TrimEnd().EndsWith('s') && Counted().IsMatch(text[match.Index..names[0].Start]);
            if (names.Count > 0 && !isCounted && (match.Groups["noun"].Success || (IsOn(match.Value) && names.Any(n => IsTelling(n.Of(text))))))
            {
                lists.Add(names);
            }
        }

        foreach (Match match in Listed().Matches(text))
        {
            if (Names(match, metrics) is { Count: > 0 } names)
            {
                lists.Add(names);
            }
        }

        foreach (Match match in Part().Matches(text))
        {
            var part = match.Groups["n"];
            lists.Add([new TextSpan(part.Index, part.Length)]);
        }

        foreach (Match match in Remote().Matches(text))
        {
            if (Names(match, metrics) is { Count: > 0 } names && !lists.Any(l => l.Any(d => d.Start < names[0].End && names[0].Start < d.End)))
            {
                lists.Add(names);
            }
        }

        return [.. lists.OrderBy(l => l[0].Start)];
    }

    private static List<TextSpan> Names(Match match, IReadOnlyList<MetricMention> metrics) =>
        [.. match.Groups["n"].Captures
            .Where(c => !NoDataSet().IsMatch(c.Value) && !Suffixed().IsMatch(c.Value) && !metrics.Any(m => m.Start < c.Index + c.Length && c.Index < m.End))
            .Select(c => new TextSpan(c.Index, c.Length))];

    /// <summary>The method that a sentence speaks of at a place: the last name in front of a verb of achievement; null without one.</summary>
    public static TextSpan? Method(string text, IReadOnlyList<IReadOnlyList<TextSpan>> dataSets, IReadOnlyList<MetricMention> metrics, int before)
    {
        if (Integrated().Match(text) is { Success: true } added && added.Index < before && IsTelling(added.Groups["n"].Value))
        {
            return new TextSpan(added.Groups["n"].Index, added.Groups["n"].Length);
        }

        TextSpan? method = null;
        foreach (Match match in Subject().Matches(text).Concat(Achieving().Matches(text)).OrderBy(m => m.Groups["n"].Index))
        {
            var name = match.Groups["n"];
            var isOther = dataSets.Any(l => l.Any(d => d.Start < name.Index + name.Length && name.Index < d.End))
                || metrics.Any(m => m.Start < name.Index + name.Length && name.Index < m.End);
            if (!isOther && name.Index < before && !NoMethod().IsMatch(name.Value) && (IsTelling(name.Value) || Presented().IsMatch(text[..name.Index])))
            {
                method = new TextSpan(name.Index, name.Length);
            }
        }

        return method;
    }

    /// <summary>The method named right in front of a bracketed number: "GPT-4o (3.92)".</summary>
    public static TextSpan? MethodBefore(string text, int start) =>
        Bracketed().Match(text[..start]) is { Success: true } match && IsTelling(match.Groups["n"].Value) && !NoMethod().IsMatch(match.Groups["n"].Value)
            ? new TextSpan(match.Groups["n"].Index, match.Groups["n"].Length)
            : null;

    private static bool IsOn(string list) => list.StartsWith("on ", StringComparison.OrdinalIgnoreCase) || list.StartsWith("across ", StringComparison.OrdinalIgnoreCase);

    private static bool IsTelling(string name) => name.Skip(1).Any(c => char.IsUpper(c) || char.IsDigit(c)) || name.Contains(' ') || name.Contains('&');

    [GeneratedRegex(@"\b(?:[Oo]n|[Aa]cross|[Ii]n)\s+(?:the\s+|both\s+|our\s+|its\s+)?(?:(?:[a-z][\w-]*|out-of-domain|\d+)\s+){0,3}?(?<n>" + Name + @"(?:\s+(?!and\b|or\b)(?:[A-Z][\w-]*|[0-9]+[A-Za-z]+\b|(?:19|20)[0-9]{2}))*)(?:(?:\s*\([^()\d]*\))?\s*(?:,\s*and|,|\band|/)\s*(?:on\s+)?(?:the\s+)?(?<n>" + Name + @"(?:\s+(?:[A-Z][\w-]*|[0-9]+[A-Za-z]+\b|(?:19|20)[0-9]{2}))*))*(?![\w-]|\s+(?:values?|levels?|conditions?|settings?|models?|devices?|hardware)\b)(?<noun>\s+(?:data\s?-?sets?|benchmarks?|corpus|corpora|test\s?-?sets?|challenge|leaderboard|cohorts?|suite|tasks?|splits?|datasets?\s+and\s+benchmarks?|videos))?", RegexOptions.CultureInvariant)]
    private static partial Regex DataSetList();

    [GeneratedRegex(@"(?:data\s?-?set|benchmark),\s+(?<n>" + Name + @")(?=,)|(?:data\s?-?sets?|benchmarks?|corpora|tasks)\s*(?:\(|:\s|,?\s+(?:including|namely|such as)\s+)(?<n>" + Name + @"(?:\s+[A-Z][\w-]*)*)(?:\s*\([^()]*\))?(?:\s*(?:,\s*and|,|\band)\s*(?<n>" + Name + @"(?:\s+[A-Z][\w-]*)*))*", RegexOptions.CultureInvariant)]
    private static partial Regex Listed();

    [GeneratedRegex(@"(?<![\w-])(?<n>" + Name + @"(?:\s+[A-Z][\w-]*){0,3})(?:\s+(?:models?|frameworks?|agents?|systems?|monitors?|variants?|networks?|architecture|algorithm|approach|method|pipeline|detector|classifier|team))?\s*(?:\([^()]*\)\s*)?,?\s+(?:also |which |just |can |simultaneously |still |successfully |effectively |substantially |significantly |consistently |further |even |only |can |slightly |again |thus |despite being [\w-]+, )*(?:achiev|attain|obtain|reach|outperform|improv|surpass|reduc|increas|deliver|yield|gain|exceed|show|demonstrat|bring|deceiv|mislead|score|report|set|run|train|process|accelerat|boost|cut|lower|succeed|get|maintain|provid|is able|requir|perform|establish|enhanc|uses |predict|gives?|rais|decreas|rank|match|beat|can be)\w*", RegexOptions.CultureInvariant)]
    private static partial Regex Achieving();

    // "Our ReefNet follows ... while achieving": what the sentence is about, whatever its verb.
    [GeneratedRegex(@"\b[Oo]ur\s+(?:proposed\s+)?(?<n>" + Name + @")\s+(?:also\s+)?[a-z]{3,}s\b|\b(?:model|configuration|system|agent|method|baseline|approach)\s+\((?<n>[A-Z][^()]{2,60})\)\s+(?:only |still )?(?:achiev|attain|reach|obtain|scor)|\b[a-z]+\s+\((?<n>[A-Z][\w-]*[A-Z][\w-]*)\),?\s+(?:which\s+)?(?:achiev|attain|reach|obtain|scor)", RegexOptions.CultureInvariant)]
    private static partial Regex Subject();

    [GeneratedRegex(@"^\s+(?:[a-z]+ly\s+)?(?!datasets|tasks|benchmarks|videos|splits|domains|images|is\b)[a-z]{3,}s\b", RegexOptions.CultureInvariant)]
    private static partial Regex Acts();

    // Whatever words stand between "on the" and a name that is said to be a data set.
    [GeneratedRegex(@"\b[Oo]n (?:the|our) [^.;,]{1,60}?(?<![\w-])(?<n>" + Name + @")\s+(?:data\s?-?set|benchmark|corpus|subset)\b", RegexOptions.CultureInvariant)]
    private static partial Regex Remote();

    // "The integration of TideNet with ReefNet improves": the figure is that of what was added.
    [GeneratedRegex(@"\b[Ii]ntegration of (?:the\s+|our\s+)?(?<n>" + Name + @")\s+(?:with|into)\b", RegexOptions.CultureInvariant)]
    private static partial Regex Integrated();

    // "in Task A", "for Track 1".
    [GeneratedRegex(@"\b(?:[Oo]n|[Ii]n|[Ff]or)\s+(?<n>(?:[Ss]ub-?[Tt]ask|Task|Track)\s+[A-Z0-9]+)\b", RegexOptions.CultureInvariant)]
    private static partial Regex Part();

    [GeneratedRegex(@"(?<n>" + Name + @"(?:\s+(?:[A-Z][\w-]*|\d+(?:\.\d+)?)){0,3})\s*\(\s*(?:[A-Z][\w@-]*\s*[=:]\s*)?$", RegexOptions.CultureInvariant)]
    private static partial Regex Bracketed();

    // A name without an inner capital: what stands in front says that it is one.
    [GeneratedRegex(@"\b(?:that|our|our proposed|proposed|called|our method,|our model,|our approach,)\s+$", RegexOptions.CultureInvariant)]
    private static partial Regex Presented();

    [GeneratedRegex(@"\b(?:two|three|four|five|six|seven|eight|nine|ten|several|various|multiple|many|all|public|popular|standard|\d+)\s+(?:[\w-]+\s+){0,2}$", RegexOptions.CultureInvariant)]
    private static partial Regex Counted();

    [GeneratedRegex(@"-(?:based|only|driven|aware|free|like|style|scale|level|trained|tuned)$", RegexOptions.CultureInvariant)]
    private static partial Regex Suffixed();

    [GeneratedRegex(@"^(?:(?:LLMs?|VLMs?|MLLMs?|GPUs?|CPUs?|SOTA|SoTA|AI|ML|NLP)(?!\s+[A-Z])|We|Our|The|This|It|In|On|Experiments?|Results?|Extensive|Notably|Furthermore|Moreover|Compared|Using|With|For|Evaluations?|Human|Empirical|Second|First|Additionally|Specifically)\b")]
    private static partial Regex NoMethod();

    [GeneratedRegex(@"[-\s][0-9]+(?:\.[0-9]+)?[BM](?![\w])|^(?:We|Our|The|This|It|LLMs?|VLMs?|MLLMs?|GPUs?|CPUs?|NVIDIA\b.*|Nvidia\b.*|RTX\b.*|A100|H100|V100|I|II|SOTA|SoTA|AI|NLP|VGG\b.*|ResNet\b.*|ViT\b.*|T5\b.*|Mistral\b.*|Gemma\b.*|Gemini\b.*|Claude\b.*|DeepSeek\b.*|Phi\b.*|LLaVA.*|InternVL.*|Qwen[0-9].*|SNR|CLIP\b.*|Experiments|Results|F1|BLEU|AUC|mAP|mIoU|PSNR|SSIM|MS-SSIM|MAE|RMSE|ROUGE|3D|2D|Titan\b.*|Nvidia\b.*|GPT\b.*|BERT|LLaMA\b.*|Llama\b.*|Qwen\b.*|Transformers?|State)\b")]
    private static partial Regex NoDataSet();
}
