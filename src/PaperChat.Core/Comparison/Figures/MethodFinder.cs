using System.Text.RegularExpressions;
using PaperChat.Text;

namespace PaperChat.Comparison.Figures;

/// <summary>Finds the method whose figure a number is: what the sentence speaks of, or the name at the number.</summary>
internal static partial class MethodFinder
{
    private const string Name = NameFinder.Name;

    /// <summary>The method that a sentence speaks of at a place: the last name in front of a verb of achievement; null without one.</summary>
    public static TextSpan? Of(string text, IReadOnlyList<IReadOnlyList<TextSpan>> dataSets, IReadOnlyList<MetricMention> metrics, int before)
    {
        if (Integrated().Match(text) is { Success: true } added && added.Index < before && NameFinder.IsTelling(added.Groups["n"].Value))
        {
            return new TextSpan(added.Groups["n"].Index, added.Groups["n"].Length);
        }

        TextSpan? method = null;
        foreach (Match match in Subject().Matches(text).Concat(Achieving().Matches(text)).OrderBy(m => m.Groups["n"].Index))
        {
            var name = match.Groups["n"];
            var isOther = dataSets.Any(l => l.Any(d => d.Start < name.Index + name.Length && name.Index < d.End))
                || metrics.Any(m => m.Start < name.Index + name.Length && name.Index < m.End);
            if (!isOther && name.Index < before && !Object().IsMatch(text[..name.Index]) && !NoMethod().IsMatch(name.Value) && (NameFinder.IsTelling(name.Value) || Presented().IsMatch(text[..name.Index])))
            {
                method = new TextSpan(name.Index, name.Length);
            }
        }

        return method;
    }

    /// <summary>The method named right in front of a bracketed number: "GPT-4o (3.92)".</summary>
    public static TextSpan? Before(string text, int start) =>
        Bracketed().Match(text[..start]) is { Success: true } match && NameFinder.IsTelling(match.Groups["n"].Value) && !NoMethod().IsMatch(match.Groups["n"].Value)
            ? new TextSpan(match.Groups["n"].Index, match.Groups["n"].Length)
            : null;

    /// <summary>The method named behind a number: "37.5% by ReefNet", "20.4% for GPT-4o".</summary>
    public static TextSpan? After(string text, int end, IReadOnlyList<IReadOnlyList<TextSpan>> dataSets) =>
        Following().Match(text[end..]) is { Success: true } match && match.Groups["n"] is var name && NameFinder.IsTelling(name.Value) && !NoMethod().IsMatch(name.Value)
            && !dataSets.Any(l => l.Any(d => d.Start < end + name.Index + name.Length && end + name.Index < d.End))
            ? new TextSpan(end + name.Index, name.Length)
            : null;

    /// <summary>The method that a measure is said to be of: "the accuracy of ReefNet".</summary>
    public static TextSpan? Owner(string text, int end, IReadOnlyList<IReadOnlyList<TextSpan>> dataSets) =>
        Owned().Match(text[end..]) is { Success: true } match && match.Groups["n"] is var name && NameFinder.IsTelling(name.Value) && !NoMethod().IsMatch(name.Value)
            && !dataSets.Any(l => l.Any(d => d.Start < end + name.Index + name.Length && end + name.Index < d.End))
            ? new TextSpan(end + name.Index, name.Length)
            : null;

    /// <summary>The method that stands right in front of a measure of a list: "(ReefNet F1: 25.5%, TideNet F1: 6.2%)".</summary>
    public static TextSpan? InFront(string text, int start) =>
        Listed().Match(text[..start]) is { Success: true } match && match.Groups["n"] is var name && NameFinder.IsTelling(name.Value) && !NoMethod().IsMatch(name.Value)
            ? new TextSpan(name.Index, name.Length)
            : null;

    [GeneratedRegex(@"[(,;:]\s*(?:and\s+)?(?!Top|Rank|Pass|Micro|Macro|F1|Mean|Avg)(?<n>" + Name + @"(?:\s+(?:[A-Z][\w-]*|\d+(?:\.\d+)?)){0,3})\s+$", RegexOptions.CultureInvariant)]
    private static partial Regex Listed();

    /// <summary>The method that the sentence praises, wherever it does: "..., which shows the effectiveness of ReefNet".</summary>
    public static TextSpan? Praised(string text) =>
        Praise().Match(text) is { Success: true } match && NameFinder.IsTelling(match.Groups["n"].Value) && !NoMethod().IsMatch(match.Groups["n"].Value)
            ? new TextSpan(match.Groups["n"].Index, match.Groups["n"].Length)
            : null;

    [GeneratedRegex(@"\b(?:effectiveness|superiority|potential|advantages?|benefits?|efficacy)\s+of\s+(?:our\s+|the\s+proposed\s+)?(?<n>" + Name + @")(?=\s*[,.:;]|\s+(?:over|with|in|across|on|for|as)\b)", RegexOptions.CultureInvariant)]
    private static partial Regex Praise();

    [GeneratedRegex(@"^\s+(?:scores?\s+)?of\s+(?<n>" + Name + @")(?=\s+(?:from|by|to|is|was|improves?|increases?|drops?|decreases?|reach\w*)\b)", RegexOptions.CultureInvariant)]
    private static partial Regex Owned();

    // What "for" names is a method only where its name says so: it may be a data set too.
    [GeneratedRegex(@"^\s*(?:[a-zF1-]+\s+(?:score\s+)?)?(?:(?:achieved\s+|obtained\s+)?by\s+(?:the\s+)?(?<n>" + Name + @"(?:\s+(?:[A-Z][\w-]*|\d+(?:\.\d+)?)){0,3})|for\s+(?:the\s+)?(?<n>" + Name + @"(?:\s+[A-Z][\w-]*)*)(?=\s+(?:parser|model|system|baseline|classifier|vs\.?|and)\b|\s*[.,;)]|\s*$)|for\s+(?:(?:the|standard|vanilla|plain|original|base)\s+)*(?<n>(?:[\w-]*(?:GPT|BERTa|BERT|LLaMA|Llama|Net|LSTM|CNN|GAN|SVM|Former|former)|OpenAI|Claude|Gemini|Qwen|Mistral|DeepSeek|Gemma|Phi|o[134])(?![a-z])[\w.-]*(?:\s+(?:[A-Z][\w.-]*|o?\d+(?:\.\d+)?)){0,3}))", RegexOptions.CultureInvariant)]
    private static partial Regex Following();

    [GeneratedRegex(@"(?<![\w-])(?<!\b(?:for|on|than|over|from|against|between|across)\s)(?<n>(?!(?:Our|The|This|These|On|In|With|For|While)\s)" + Name + @"(?:\s+(?:[A-Z][\w-]*|\d\.\d)){0,3})(?:\s+(?:models?|frameworks?|agents?|systems?|monitors?|variants?|networks?|architecture|algorithm|approach|method|pipeline|detector|classifier|baseline|team))?\s*(?:\([^()]*\)\s*)?(?:,?\s+(?:built|trained|based|equipped|combined|fine-?tuned|augmented|coupled|integrated)\s+(?:[\w-]+\s+){1,5}[\w-]+|,\s+which\s+[^,.;]{1,60},)?,?\s+(?:also |[a-z]+ly |which |just |can |simultaneously |still |successfully |effectively |substantially |significantly |consistently |further |even |only |can |slightly |again |thus |despite being [\w-]+, )*(?:achiev|attain|obtain|reach|outperform|improv|surpass|reduc|increas|deliver|yield|gain|exceed|show|demonstrat|bring|deceiv|mislead|score|report|sets? (?:a|the|new)\b|run|train|process|accelerat|boost|cut|lower|succeed|get|maintain|provid|is able|requir|perform|establish|enhanc|uses |predict|gives?|rais|decreas|rank|match|beat|can be|allow|enabl|help|exhibit|retain|drop|struggl|averag|solv|pass|produc|detect|identif|discover|find|lead|save)\w*", RegexOptions.CultureInvariant)]
    private static partial Regex Achieving();

    // "Our ReefNet follows ... while achieving": what the sentence is about, whatever its verb.
    [GeneratedRegex(@"\b[Oo]ur\s+(?:proposed\s+)?(?<n>" + Name + @")\s+(?:also\s+)?[a-z]{3,}s\b|\b(?:model|configuration|system|agent|method|baseline|approach)\s+\((?<n>[A-Z][^()]{2,60})\)\s+(?:only |still )?(?:achiev|attain|reach|obtain|scor)|\b[a-z]+\s+\((?<n>[A-Z][\w-]*[A-Z][\w-]*)\),?\s+(?:which\s+)?(?:achiev|attain|reach|obtain|scor)"
        + @"|\b(?:[Ww]ith|[Uu]sing)\s+(?:[A-Z]\w+\s+)+\((?<n>[A-Z]\w*[A-Z]\w*)\),\s+(?:it|we)\b"
        + @"|\b[Ww]e (?:also |further )?(?:propose|present|introduce|evaluate|develop|design|test|assess)\s+(?:the\s+)?(?<n>" + Name + @")(?=[^.;]*\b(?:it|which) )"
        + @"|(?:^|\bthat\s+|,\s+|\bthe proposed\s+)(?<n>" + Name + @")(?:\s+(?:framework|model|method|approach|system|pipeline))?\s+(?:can\b|(?!(?:is|was|has|does|across|datasets|tasks|benchmarks|models|agents|variants|scores|videos|images|features|embeddings|layers|weights|tokens|steps|points|systems|methods|baselines|results|gains)\b)[a-z]{2,}s\b)"
        + @"|\b(?:demonstrat|show|highlight|confirm|validat|establish)\w*\s+(?<n>" + Name + @")['’]s\s+[a-z]", RegexOptions.CultureInvariant)]
    private static partial Regex Subject();

    // "outperforms the best ReefNet, achieving": what acts is not the name in front of the verb.
    [GeneratedRegex(@"\b(?:outperform|surpass|exceed|beat)\w*\s+(?:[\w-]+\s+){0,3}$", RegexOptions.CultureInvariant)]
    private static partial Regex Object();

    // "The integration of TideNet with ReefNet improves": the figure is that of what was added.
    [GeneratedRegex(@"\b[Ii]ntegration of (?:the\s+|our\s+)?(?<n>" + Name + @")\s+(?:with|into)\b", RegexOptions.CultureInvariant)]
    private static partial Regex Integrated();

    [GeneratedRegex(@"(?<n>" + Name + @"(?:\s+(?:[A-Z][\w-]*|\d+(?:\.\d+)?)){0,3})(?:\s+(?:baseline|model|method|parser|system))?\s*\(\s*(?:[A-Z][\w@-]*\s*[=:]\s*|[0-9.]+\s*%?\s*/\s*)?$|\((?<n>" + Name + @"(?:\s+(?:[A-Z][\w-]*|\d+(?:\.\d+)?)){0,3}),\s*[A-Z][\w@-]*\s*[=:]\s*$", RegexOptions.CultureInvariant)]
    private static partial Regex Bracketed();

    // A name without an inner capital: what stands in front says that it is one.
    [GeneratedRegex(@"\b(?:that|our|our proposed|proposed|called|our method,|our model,|our approach,)\s+$|^(?:Compared|Across|On|In|Under|Relative|Overall|Notably|Specifically|Moreover|Furthermore|Additionally|Empirically|Remarkably)\b[^,.;]{0,90},\s+$", RegexOptions.CultureInvariant)]
    private static partial Regex Presented();

    [GeneratedRegex(@"^(?:(?:[A-Z]{2,6}s|LLM|VLM|MLLM|GPU|CPU|SOTA|SoTA|AI|ML|NLP|RAG|QA|VQA|NER|NLI|ASR|OCR|RL|KG)(?!\s+[A-Z])|We|Our|The|This|It|In|On|Experiments?|Results?|Extensive|Notably|Furthermore|Moreover|Compared|Using|With|For|Evaluations?|Human|Empirical|Second|First|Additionally|Specifically)\b")]
    private static partial Regex NoMethod();
}
