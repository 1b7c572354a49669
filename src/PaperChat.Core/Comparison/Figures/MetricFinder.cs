using System.Text.RegularExpressions;

namespace PaperChat.Comparison.Figures;

/// <summary>Finds the measures that a text names: those of the lists below, with the words in front that are part of their names.</summary>
internal static partial class MetricFinder
{
    private const string Acronyms =
        @"BD-[Rr]ate|MS-SSIM|SI-SN?DR|SI-SDRi|AUC-ROC|AUC-PR|ROC-AUC|ROC AUC|AUROC|AUPRC|AUPR|PR-AUC|AUC|mAP(?:@?\[?[0-9.][0-9.:-]*[0-9]\]?|@?[0-9])?|[mM]?AP@\w*=?[0-9.]*[0-9]|[mM]?IoU|AMOTA|AMOTP|TER|W-MPJPE|PA-MPJPE|F-1|(?:[Mm]icro|[Mm]acro|[Ww]eighted)-F1|Jaccard(?: index)?|Chamfer [Dd]istance|(?:Pearson|Spearman|Kendall)(?:'s)?(?: r| rho| tau| ρ| τ)?(?!'?s?\s+(?:[Cc]orrelation|rank|product|coefficient|\w+ correlation))|mPrec|mRec|m?Cov|mWCov|AP(?:50|75)?|"
        + @"Ign F1|[Ff][_-]?1(?:[- ](?:[Ss]cores?|[Mm]easures?))?|MedAE|Abs ?Rel|F-?[Bb]eta|EM|BLEU(?:-[0-9])?|SacreBLEU|chrF(?:\+\+)?|COMET|ROUGE(?:-(?:[0-9]|L|Lsum))?|METEOR|CIDEr(?:-D)?|SPICE|BERTScore|WER|CER|PER|"
        + @"MOS|PESQ|STOI|SDR|PSNR|SSIM|LPIPS|FID|FVD|KID|MAE|RMSE|MSE|MAPE|NLL|PPL|BPD|[Nn]DCG(?:@[0-9]+)?|MRR(?:@[0-9]+)?|MAP|(?:[A-Z]\w*|pass)@[0-9]+|PCK@[0-9.]*[0-9]|"
        + @"[Rr]ank-[0-9]+|[Tt]op-[0-9]+|SRCC|PLCC|PCC|MCC|R2|R\^2|EER|DER|UAS|LAS|PCK[hH]?|MPJPE|EPE|ATE|ADE|FDE|HOTA|MOTA|IDF1|NDS|PQ|DSC|ECE|G?FLOPs|RMSD|SAD|HD95|ASSD|NMI|ARI|CRPS|QWK|UAR|NME|BLEURT|CodeBLEU|SARI|UTMOS|sMAPE|TTFT|TPOT|C-index|A\.AVG|JGA|ASR|QPS";

    private const string Words =
        @"accurac(?:y|ies)(?: rates?)?|(?:mean )?intersection[- ]over[- ]union|mean reciprocal rank|exact match|hit ratio|precision|recall|F-?\s?(?:score|measure)s?|F[_-]?1(?:[ -](?:scores?|measures?))?|Dice(?: (?:score|coefficient))?s?|sensitivity|specificity|perplexity|"
        + @"correlation(?: coefficients?)?|speed-?ups?|acceleration|throughput|latency|run-?time|perplexities|bits/dim|"
        + @"(?:success|win|acceptance|error|hit|leakage|false alarm|recall|detection|recognition|compression|satisfaction|completion|solve|pass|failure|hallucination|jailbreak|refusal|catch|frame|"
        + @"true positive|false positive|false negative|true negative|collision|survival|resolution|grasp|attack success|(?:word|character|phoneme|phone|syllable|sentence|token|label|command|diarization|equal) error)(?: detection)? rates?|"
        + @"(?:inference|training|computation|execution|processing|response|decoding|planning|search) (?:time|speed)|(?:memory|energy|power|token) (?:usage|consumption|footprint|costs?|savings?)|"
        + @"(?:inference|sampling|denoising|decoding) steps|(?:overall )?(?:task|human) success(?! (?:rates?|detection|prediction))|training epochs|(?:frames|images|tokens|samples|queries|requests) per second|(?:learned|trainable) parameters|(?:computational|inference|training|annotation|API|compute|communication) costs?|"
        + @"(?:model|file|storage) sizes?|(?:peak (?:GPU )?|GPU )memory(?: usage| footprint| consumption)?|VRAM(?: usage)?|(?:cumulative |average |episode |normalized )?return|preference|private information leakage|leakage|effect sizes?|win-rate|faithfulness|harmlessness|truthfulness|regret|confidence|fidelity|error|errors|loss|faster|slower|recovery";

    // Heads that are measures only with a word in front: "reliability score", "tolerance-satisfaction rate".
    private const string Heads = @"(?:(?!(?:the|a|an|of|its|our|this|that|is|are|was|with|from|than|improv\w*|increas\w*|drop\w*|declin\w*|decreas\w*|lower\w*|their|whose|some|all|any|no|each|reduc\w*|boost\w*|rais\w*|enhanc\w*|achiev\w*|obtain\w*|good|top|similar|comparable|competitive|superior|strong|final|new|substantial|significant|considerable|remarkable|notable|impressive|respectable|perfect|promising|reasonable|\w+ly|model|high|higher|low|lower|best|better|new|in|on|by|with|and|or|to|learning|overall|average|mean|frame|sampling|bit|growth|interest|inflation|unemployment|exchange|refresh|heart|birth|dropout|mutation|percent|percentile|points?)\b)[\w'][\w\-']*(?<!-)\s+)(?:scores?|rates?|index|overheads?|compression ratios?|accuracy|correlation(?: coefficients?)?)";

    private static readonly HashSet<string> LowerIsBetter = new(StringComparer.Ordinal)
    {
        "wer", "cer", "per", "lpips", "fid", "fvd", "kid", "mae", "rmse", "mse", "mape", "nll", "ppl", "bpd", "bits/dim", "ece", "eer", "der", "mpjpe", "epe",
        "ate", "ade", "fde", "bd-rate", "ter", "medae", "abs rel", "absrel", "rmsd", "sad", "hd95", "assd", "nme", "crps", "smape", "ttft", "tpot", "chamfer distance", "amotp", "w-mpjpe", "pa-mpjpe", "perplexities", "gflops", "perplexity", "latency", "runtime", "flops", "leakage", "regret", "slower",
    };

    private static readonly HashSet<string> Undirected = new(StringComparer.Ordinal) { "confidence", "asr", "return", "effect size", "attack success rate", "preference", "risk" };

    public static IReadOnlyList<MetricMention> Find(string text)
    {
        var found = new List<MetricMention>();
        foreach (Match match in Metric().Matches(text))
        {
            var name = match.Groups["m"];
            if (IsUsedOtherwise(text, name) || IsIndex(text, name) || (name.Value.Contains(' ', StringComparison.Ordinal) && Name().IsMatch(name.Value)))
            {
                continue;
            }

            var start = WithModifiers(text, name.Index);
            var key = Key(name.Value);
            var whole = text[start..(name.Index + name.Length)].ToLowerInvariant();
            found.Add(new MetricMention(start, name.Index + name.Length - start, key, Direction(key, whole)));
        }

        found.AddRange([.. UnlistedMeasures.Find(text, found)]);
        return Joined(text, [.. found.OrderBy(m => m.Start)]);
    }

    // "root mean squared error (RMSE)" is one measure.
    private static List<MetricMention> Joined(string text, List<MetricMention> found)
    {
        for (var i = found.Count - 1; i > 0; i--)
        {
            var (name, acronym) = (found[i - 1], found[i]);
            if (acronym.Start >= name.End && acronym.End < text.Length && text[acronym.End] == ')' && text[name.End..acronym.Start].Trim() == "(")
            {
                found[i - 1] = name with { Length = acronym.End + 1 - name.Start, Key = acronym.Key, HigherIsBetter = acronym.HigherIsBetter };
                found.RemoveAt(i);
            }
        }

        return found;
    }

    // "error analysis", "loss function", "precision medicine", "latency-aware": the word is part of another name.
    private static bool IsUsedOtherwise(string text, Group name) => Other().IsMatch(text, name.Index + name.Length) || Scoring().IsMatch(name.Value) || (name.Value == "precision" && Format().IsMatch(text[..name.Index])) || (name.Value == "loss" && Rival().IsMatch(text[..name.Index]));

    // "outperforms the best long-tailed loss by 4%": the loss is the method.
    [GeneratedRegex(@"\b(?:outperform|surpass|beat|exceed)\w*\s+(?:[\w-]+\s+){0,5}$", RegexOptions.CultureInvariant)]
    private static partial Regex Rival();

    // "o3 scores 60%": a verb.
    [GeneratedRegex(@"^(?!F-?1|[Tt]op|[Rr]ank|R2)[\w-]*[0-9][\w-]* scores$", RegexOptions.CultureInvariant)]
    private static partial Regex Scoring();

    // "R2" in "R2D2".
    private static bool IsIndex(string text, Group name) => name.Index > 0 && (char.IsLetterOrDigit(text[name.Index - 1]) || text[name.Index - 1] is '-' && !char.IsLower(name.Value[0]));

    private static int WithModifiers(string text, int start)
    {
        var match = Modifiers().Match(text[..start]);
        return match.Success ? start - match.Length : start;
    }

    private static string Key(string name)
    {
        var key = name.Trim().ToLowerInvariant().Replace("_", "", StringComparison.Ordinal);
        key = Regex.Replace(key, @"\s+", " ");
        key = Regex.Replace(key, @"^(ign )?f(-?\s?(1|score|measure)s?)([ -](score|measure)s?)?$", "$1f1");
        key = Regex.Replace(key, @"^accurac(y|ies)( rates?)?$", "accuracy");
        key = Regex.Replace(key, @"^speed-?ups?$|^acceleration$|^faster$", "speedup");
        key = Regex.Replace(key, @"^run-?time$", "runtime");
        key = Regex.Replace(key, @"^(au[a-z]*c)s$", "$1");
        key = Regex.Replace(key, @"^(auc-roc|roc-auc|roc auc|auroc)$", "auroc");
        return key.EndsWith("rates", StringComparison.Ordinal) || key.EndsWith("scores", StringComparison.Ordinal) || key.EndsWith("errors", StringComparison.Ordinal)
            || key.EndsWith("risks", StringComparison.Ordinal) || key.EndsWith("sizes", StringComparison.Ordinal) ? key[..^1] : key;
    }

    private static bool? Direction(string key, string whole)
    {
        var bare = key.Split('@')[0];
        return Undirected.Contains(key) || key.EndsWith("return", StringComparison.Ordinal) ? null
            : key.Contains("saving", StringComparison.Ordinal) ? true
            : LowerIsBetter.Contains(bare) || key.Contains("error", StringComparison.Ordinal) || whole.Contains("false ", StringComparison.Ordinal)
                || key.EndsWith("time", StringComparison.Ordinal) || key.Contains("loss", StringComparison.Ordinal) || key.Contains("consumption", StringComparison.Ordinal)
                || key.Contains("failure", StringComparison.Ordinal) || key.Contains("collision", StringComparison.Ordinal) || key.Contains("hallucination", StringComparison.Ordinal)
                || key.Contains("leakage", StringComparison.Ordinal) || key.Contains("footprint", StringComparison.Ordinal) || key.Contains("jailbreak", StringComparison.Ordinal)
                || key.Contains("memory", StringComparison.Ordinal) || CostWord().IsMatch(key) || key.Contains("energy", StringComparison.Ordinal) ? false
            : UnknownRate().IsMatch(key) ? null
            : true;
    }

    [GeneratedRegex(@"(?<![\p{L}\d_])(?<m>(?:" + Acronyms + ")s?|(?i:" + Words + ")|(?i:" + Heads + @"))(?![\p{L}\d_@])", RegexOptions.CultureInvariant)]
    private static partial Regex Metric();

    [GeneratedRegex(@"\b(?:overheads?|costs?|epochs|steps|parameters|vram|complexity|refusal)\b", RegexOptions.CultureInvariant)]
    private static partial Regex CostWord();

    // Of which rate more is better, only its name says.
    [GeneratedRegex(@"\b(?:rate|index)$(?<!\b(?:success|win|acceptance|hit|recall|detection|recognition|compression|satisfaction|completion|solve|pass|catch|frame|true positive|true negative|survival|resolution|grasp|accuracy) rate)", RegexOptions.CultureInvariant)]
    private static partial Regex UnknownRate();

    // "half precision": the numbers' format.
    [GeneratedRegex(@"\b(?:half|full|mixed|single|double|low|lower|reduced|numerical|bit|float|floating-point|arithmetic)[ -]$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Format();

    // "ReefNet scores", where the second word is a verb.
    [GeneratedRegex(@"^\p{L}*\p{Ll}\p{Lu}")]
    private static partial Regex Name();

    [GeneratedRegex(@"\G(?:[ -](?:analysis|function|functions|correction|propagation|term|terms|medicine|bound|bounds|landscape)\b|-\p{Ll}| (?:is able|achieves|outperforms)\b|(?<=loss) (?:in|of)\b)", RegexOptions.CultureInvariant)]
    private static partial Regex Other();

    // Words that belong to a measure's name, up to four of them.
    [GeneratedRegex(@"(?<![\p{L}\d-])(?:(?:weighted|macro|micro|macro-averaged|micro-averaged|overall|average|mean|median|[Tt]op-[0-9]+|zero-shot|few-shot|one-shot|test|validation|verified|classification|recognition|verification|prediction|detection|segmentation|semantic|occupancy|face|position|state|estimation|localization|event-level|frame-level|image-level|pixel-level|box|mask|success|human|attack|tracking|absolute|relative|root|squared|Pearson's|Spearman's|Spearman|Pearson|rank|exact|match|tolerance-satisfaction|early|conversion|translation|parsing|embedding|encoder|standardized|class-specific|highest|persona|factual|knowledge|inference|decoding|encoding|retrieval|top-5|binary|intent|slot|answer|balanced|robust|clean|adversarial|standard|normalized)\s+){1,5}$", RegexOptions.CultureInvariant)]
    private static partial Regex Modifiers();
}
