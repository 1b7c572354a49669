using System.Text.RegularExpressions;
using PaperChat.Text;

namespace PaperChat.Comparison.Figures;

/// <summary>Finds data sets by the names that a text gives them and the words around those.</summary>
internal static partial class NameFinder
{
    /// <summary>Names are words with a capital or digit beyond their first letter, or several capitalised words.</summary>
    internal const string Name = @"(?:[A-Z][\w&]*(?:[-–.+/&][\w]+)*\+{0,2}(?!\w)|[a-z]+[A-Z0-9][\w]*(?:[-.+/][\w]+)*|\p{Ll}\^[0-9] ?-[A-Z]\w+)(?:\[\d+\])?";

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

            // "on 10 ReefNet failures": what is counted is not the set.
            var isCase = names.Count == 1 && !match.Groups["noun"].Success && Counted().IsMatch(text[match.Index..names[0].Start]);
            var isCounted = names.Count == 1 && match.Groups["noun"].Value.TrimEnd().EndsWith('s') && Counted().IsMatch(text[match.Index..names[0].Start]);
            if (names.Count > 0 && !isCounted && !isCase && !IsThing(text, match, names) && (match.Groups["noun"].Success || (IsOn(match.Value) && names.Any(n => IsTelling(n.Of(text))))))
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
            lists.Add([.. match.Groups["n"].Captures.Select(c => new TextSpan(c.Index, c.Length))]);
        }

        foreach (Match match in Remote().Matches(text).Concat(Placed().Matches(text)))
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

    // "on a real Arm 7", "on Arm 7, a robot of our own": one of its kind, no data.
    private static bool IsThing(string text, Match match, List<TextSpan> names) =>
        !match.Groups["noun"].Success && (Indefinite().IsMatch(text[match.Index..names[0].Start]) || Robot().IsMatch(text[names[^1].End..]));

    private static bool IsOn(string list) => list.StartsWith("on ", StringComparison.OrdinalIgnoreCase) || list.StartsWith("across ", StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether the form alone says that it is a name.</summary>
    internal static bool IsTelling(string name) => name.Skip(1).Any(c => char.IsUpper(c) || char.IsDigit(c)) || name.Contains(' ') || name.Contains('&');

    [GeneratedRegex(@"\b(?:(?<!\b(?:built|based|builds|building|rely|relies)\s)[Oo]n|[Aa]cross|[Ii]n|to|[Ff]or|from|of|over|with|[Uu]sing)\s+(?:the\s+|both\s+|our\s+|its\s+)?(?:(?!(?:on|in|across|for|with|by|to|from|over|and|at|as|than|that|when|using|robots?|robotic|arm|hand|platform|manipulator|gripper|humanoid|quadrotor|(?:enhanc|improv|achiev|demonstrat|show|reveal|outperform|indicat|yield|increas|reduc|confirm)\w*)\b)(?:[a-z][\w-]*|out-of-domain|\d[\w-]*)\s+){0,3}?(?<n>" + Name + @"(?:\s+(?!and\b|or\b)(?:[A-Z][\w-]*|[0-9]+[A-Za-z]+\b|(?:19|20)[0-9]{2}))*)(?:(?:\s*\([^()\d]*\))?\s*(?:,\s*and|,|\band|/)\s*(?:on\s+)?(?:the\s+)?(?<n>" + Name + @"(?:\s+(?:[A-Z][\w-]*|[0-9]+[A-Za-z]+\b|(?:19|20)[0-9]{2}))*))*(?![\w-]|\s+(?:values?|levels?|conditions?|settings?|models?|devices?|hardware|robots?|arms?|hands?|manipulators?|grippers?|platforms?|humanoids?|quadrotors?)\b)(?<noun>\s+(?:data\s?-?sets?|benchmarks?|corpus|corpora|(?:(?:test|dev|eval|train)[\w-]*\s+)?(?:sub)?sets?|test\s?-?sets?|challenge|leaderboard|cohorts?|suite|tasks?|splits?|datasets?\s+and\s+benchmarks?|videos))?", RegexOptions.CultureInvariant)]
    private static partial Regex DataSetList();

    [GeneratedRegex(@"(?:data\s?-?set|benchmark),\s+(?<n>" + Name + @")(?=,)|(?:data\s?-?sets?|benchmarks?|corpora|tasks)\s*(?:\(|:\s|,?\s+(?:including|namely|such as)\s+)(?<n>" + Name + @"(?:\s+[A-Z][\w-]*)*)(?:\s*\([^()]*\))?(?:\s*(?:,\s*and|,|\band)\s*(?<n>" + Name + @"(?:\s+[A-Z][\w-]*)*))*", RegexOptions.CultureInvariant)]
    private static partial Regex Listed();

    [GeneratedRegex(@"^\s+(?:[a-z]+ly\s+)?(?!datasets|tasks|benchmarks|videos|splits|domains|images|is\b)[a-z]{3,}s\b|^\s+(?:built|trained|based|equipped|combined)\s", RegexOptions.CultureInvariant)]
    private static partial Regex Acts();

    // "On Reef, our method": the place says that it is a data set. "the gesture data set of ISL".
    [GeneratedRegex(@"^(?:[\w-]+,\s+)?[Oo]n (?<n>[A-Z]\w+),\s+(?:our|we|it|the (?:proposed|method|model))\b|\b(?:data\s?-?sets?|corpus|benchmarks?) of (?<n>[A-Z]\w*[A-Z][\w-]*)(?=\s*[.,;])", RegexOptions.CultureInvariant)]
    private static partial Regex Placed();

    // Whatever words stand between "on the" and a name that is said to be a data set.
    [GeneratedRegex(@"\b[Oo]n (?:the|our) [^.;,]{1,60}?(?<![\w-])(?<n>" + Name + @")\s+(?:data\s?-?set|benchmark|corpus|subset)\b", RegexOptions.CultureInvariant)]
    private static partial Regex Remote();

    [GeneratedRegex(@"^\w+\s+(?:an?|one|each|every)\s", RegexOptions.CultureInvariant)]
    private static partial Regex Indefinite();

    [GeneratedRegex(@"^,\s+an?\s+(?:[\w-]+\s+){0,4}(?:robot|platform|manipulator|gripper|hand|arm|humanoid|quadrotor|processor|chip)\b", RegexOptions.CultureInvariant)]
    private static partial Regex Robot();

    // "in Task A", "for Track 1".
    [GeneratedRegex(@"\b(?:[Oo]n|[Ii]n|[Ff]or)\s+(?<n>(?:(?:[Ss]ub-?[Tt]ask|Task|Track)s?\s+[A-Z0-9]+|tasks?\s+[0-9][0-9A-Za-z.]*))(?:(?:,|,?\s+and)\s+(?<n>(?:[Ss]ub-?[Tt]ask\s+|Task\s+)?[A-Z0-9]+(?:\.[0-9])?))*\b", RegexOptions.CultureInvariant)]
    private static partial Regex Part();

    [GeneratedRegex(@"\b(?:two|three|four|five|six|seven|eight|nine|ten|several|various|multiple|many|all|public|popular|standard|\d+)\s+(?:[\w-]+\s+){0,2}$", RegexOptions.CultureInvariant)]
    private static partial Regex Counted();

    [GeneratedRegex(@"-(?:based|only|driven|aware|free|like|style|scale|level|trained|tuned)$|\+[0-9][0-9.]*$", RegexOptions.CultureInvariant)]
    private static partial Regex Suffixed();

    [GeneratedRegex(@"[-\s][0-9]+(?:\.[0-9]+)?[BbM](?![\w])|(?:Llama|LLaMA|Qwen|GPT|Mistral)-|^(?:We|Our|The|This|It|QA|VQA|NER|NLI|ASR|OCR|RAG|OOD|Apple|Intel|Jetson\b.*|Raspberry|Android|Linux|Earth|[A-Z]{2,6}s|LLMs?|VLMs?|MLLMs?|GPUs?|CPUs?|NVIDIA\b.*|Nvidia\b.*|RTX\b.*|A100|H100|V100|I|II|SOTA|SoTA|AI|NLP|VGG\b.*|ResNet\b.*|ViT\b.*|T5\b.*|Mistral\b.*|Gemma\b.*|Gemini\b.*|Claude\b.*|DeepSeek\b.*|Phi\b.*|LLaVA.*|InternVL.*|Qwen[0-9].*|SNR|CLIP\b.*|Experiments|Results|F1|BLEU|AUC|mAP|mIoU|PSNR|SSIM|MS-SSIM|MAE|RMSE|ROUGE|3D|2D|Titan\b.*|Nvidia\b.*|GPT\b.*|BERT|LLaMA\b.*|Llama\b.*|Qwen\b.*|Transformers?|State)\b")]
    private static partial Regex NoDataSet();
}
