using System.Text.RegularExpressions;
using PaperChat.Text;

namespace PaperChat.Comparison.Figures;

/// <summary>Says what speaks for and against a name as the method or the data set of a number: one word a feature, for weighing.</summary>
internal static partial class NameFeatures
{
    public static IEnumerable<string> Of(string text, IReadOnlyList<TextSpan> names, int index, IReadOnlyList<NumberMention> numbers, int number, MetricMention metric, PaperNames paper)
    {
        var span = names[index];
        var name = span.Of(text);
        yield return "name";
        var lead = NumberLead(text, numbers[number]);
        yield return "number " + lead;
        if (Cost().IsMatch(metric.Key))
        {
            yield return "cost";
        }

        var at = numbers[number];
        var place = Lead(text, names, index);
        var next = text[span.End..];
        var isAfter = span.Start >= at.End;
        var gap = isAfter ? text[at.End..span.Start] : text[span.End..Math.Max(span.End, at.Start)];
        var clauses = Clause().Count(gap);
        var between = numbers.Count(n => isAfter ? n.Start >= at.End && n.Start < span.Start : n.Start >= span.End && n.Start < at.Start);
        var side = isAfter ? "after" : "before";
        yield return "lead " + place;
        yield return side + " " + place;
        yield return side + " clauses " + Math.Min(clauses, 2);
        yield return side + " numbers " + (between > 1 ? "many" : between == 1 ? "one" : "none");
        yield return "next " + Next(next);
        yield return side + " next " + Next(next);
        if (paper.IsProposed(name))
        {
            yield return "proposed";
            if (lead == "rival")
            {
                yield return "proposed, but the number a rival's";
            }
        }

        if (paper.IsDataSet(name))
        {
            yield return "data set";
        }

        if (names.Count == 1)
        {
            yield return "only name";
            yield return "only name " + side;
        }

        if (MethodForm().IsMatch(name))
        {
            yield return "method form";
        }

        if (SetForm().IsMatch(name))
        {
            yield return "set form";
        }

        if (!NameFinder.IsTelling(name))
        {
            yield return "plain";
        }

        if (isAfter && names.Take(index).All(n => n.Start < at.End))
        {
            yield return "nearest after";
        }

        if (!isAfter && names.Skip(index + 1).All(n => n.Start >= at.Start))
        {
            yield return "nearest before";
        }

        if (!isAfter && Bracket().IsMatch(gap))
        {
            yield return "in front of the bracket";
        }

        if (isAfter && gap.Length < 12 && between == 0)
        {
            yield return "right after " + place;
        }
    }

    /// <summary>Whether what stands between two names makes them members of one list.</summary>
    public static bool IsListed(string between) => Joint().IsMatch(between);

    /// <summary>Whether a number is that of what something is compared to.</summary>
    public static bool IsRival(string text, int number) => Rival().IsMatch(text[..number]);

    private static string NumberLead(string text, NumberMention number) =>
        IsRival(text, number.Start) ? "rival"
        : LastWord().Match(text[..number.Start]) is { Success: true } match ? match.Groups["w"].Value.ToLowerInvariant() : "other";

    // "compared to 95.0%", "vs. only 3.2".
    [GeneratedRegex(@"(?:\bcompared\s+(?:to|with)|\bvs\.?|\bversus|\bthan|\bagainst)\s+(?:only |about |just |the |an? |\w+'s )*$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Rival();

    [GeneratedRegex(@"(?<w>from|to|of|by|than|vs|versus|with|only|at|and|or|achiev\w*|reach\w*|compared|[(,/:=→–-])\.?\s*(?:up to |about |over |around |the |an? |average |[~+<>])*\s*$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex LastWord();

    [GeneratedRegex(@"speed|time|latency|throughput|memory|size|cost|parameters|token|energy|flops|per second|runtime|footprint|overhead", RegexOptions.CultureInvariant)]
    private static partial Regex Cost();

    // The word in front of a name, or of the list that the name stands in.
    private static string Lead(string text, IReadOnlyList<TextSpan> names, int index)
    {
        while (index > 0 && Joint().IsMatch(text[names[index - 1].End..names[index].Start]))
        {
            index--;
        }

        var before = text[..names[index].Start];
        if (Preposition().Match(before) is { Success: true } match)
        {
            return match.Groups["p"].Value.ToLowerInvariant();
        }

        return before.TrimEnd() is var trimmed && trimmed.Length == 0 ? "start" : trimmed[^1] is ',' or '(' or ':' or ';' ? trimmed[^1].ToString() : Word().Match(trimmed) is { Success: true } word ? word.Groups["w"].Value switch
        {
            "that" or "our" or "proposed" or "Our" or "called" or "while" => "own",
            "outperforms" or "surpasses" or "outperforming" or "surpassing" or "exceeding" or "vs" or "versus" or "baseline" => "rival",
            "and" or "or" => "and",
            "dataset" or "datasets" or "benchmark" or "benchmarks" or "tasks" or "corpus" => "set noun",
            "model" or "method" or "framework" or "approach" or "system" or "models" => "method noun",
            _ => "other",
        } : "other";
    }

    private static string Next(string next) => Follow().Match(next) switch
    {
        { Success: false } => "other",
        { } m when m.Groups["set"].Success => "set noun",
        { } m when m.Groups["method"].Success => "method noun",
        { } m when m.Groups["verb"].Success => "verb",
        { } m when m.Groups["s"].Success => "word in s",
        { } m when m.Groups["mark"].Success => m.Groups["mark"].Value,
        { } m when m.Groups["join"].Success => "join",
        { } m when m.Groups["prep"].Success => "preposition",
        _ => "other",
    };

    [GeneratedRegex(@"\b(?<p>on|across|in|for|of|from|to|with|using|over|than|against|by|between|under|via|into|as|at)\s+(?:(?:the|our|both|its|a|an|three|two|four|five|several)\s+)?(?:(?!(?:and|or|that|which|is|are)\b)[a-z][\w-]*\s+){0,3}$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Preposition();

    [GeneratedRegex(@"^\s*(?:\([^()]*\))?\s*(?:,\s*and|,|and|/|or|&)\s*(?:the\s+)?$", RegexOptions.CultureInvariant)]
    private static partial Regex Joint();

    [GeneratedRegex(@"(?<w>[\w-]+)\.?$")]
    private static partial Regex Word();

    [GeneratedRegex(@"[;:]|,\s+(?:while|whereas|which|but|with|and|we|it|our|the|[a-z]+ing)\b|\.\s|\b(?:while|whereas|which|that)\b", RegexOptions.CultureInvariant)]
    private static partial Regex Clause();

    [GeneratedRegex(@"^\s*(?:baseline|model|method|system)?\s*\([^()]*$", RegexOptions.CultureInvariant)]
    private static partial Regex Bracket();

    [GeneratedRegex(@"^\s*(?:\([^()]*\)\s*)?(?:(?<set>(?:[a-z-]+\s+)?(?:data\s?-?sets?|benchmarks?|corpus|corpora|(?:test|dev|eval)[\w-]*|sub-?sets?|challenge|leaderboard|tasks?|splits?|videos|languages?|domains?)\b)|(?<method>(?:(?!and|or|on|in|for|with|to|from|over|by|of|at|as|than|is|are|was|across|under|using|when|while|that|which)[a-z][\w-]*\s+){0,2}(?:models?|frameworks?|agents?|systems?|networks?|architectures?|algorithms?|approach|methods?|pipelines?|detectors?|classifiers?|baselines?|variants?|parser|backbones?)\b)|(?<verb>(?:also |[a-z]+ly |can |still )*(?:achiev|attain|obtain|reach|outperform|improv|surpass|reduc|increas|deliver|yield|gain|exceed|show|demonstrat|bring|scor|report|sets?\b|accelerat|boost|cut|lower|get|maintain|provid|require|perform|enhanc|rais|rank|match|beat|enabl|exhibit|retain|drop|averag|solv|produc|detect|lead|save)\w*)|(?<s>[a-z]{3,}s\b)|(?<mark>[,.;:()])|(?<join>(?:and|or|/|&))|(?<prep>(?:on|in|for|with|to|from|over|by|of|at|as|than|across|under|using|when)\b))", RegexOptions.CultureInvariant)]
    private static partial Regex Follow();

    [GeneratedRegex(@"(?:Net|GAN|BERT|BERTa|GPT|LLaMA|Llama|[Ff]ormer|CNN|RNN|LSTM|SVM|VAE|Diff|Mamba|RAG|LLM|VLM|RL|PO|LoRA|SLAM|SAM|YOLO\w*|Agent|Coder|Fusion|NeRF|GS)(?![a-z])|^(?:GPT|Claude|Gemini|Qwen|Mistral|DeepSeek|Gemma|Phi|OpenAI|T5|BART|ViT|ResNet|CLIP)|[0-9.]+[BM]\b", RegexOptions.CultureInvariant)]
    private static partial Regex MethodForm();

    [GeneratedRegex(@"(?:Bench|QA|Eval|Set|COCO|Cap|NLI|DB|Corpus|Text|Bank|Test|Arena|Math|MATH|Captions|World|[Tt]est20[0-9]{2}|Scenes?|Video|KITTI|Net-(?:1[Kk]|C|A|R)|Faces?|Tube|Track|Challenge|Cup)(?:[-\s]?(?:v?[0-9.]+[kKM]?|[A-Z]))?$|(?:19|20)[0-9]{2}|-1[0-9]*[kKM]?$|^(?:Task|Track|Subtask)|^(?:English|German|French|Chinese|Arabic|Hindi|Spanish|Japanese|Korean|Russian|Tamil|Malayalam|Turkish|Italian|Portuguese|Czech|Dutch|Romanian|Finnish|Vietnamese|Bengali|Urdu)", RegexOptions.CultureInvariant)]
    private static partial Regex SetForm();
}
