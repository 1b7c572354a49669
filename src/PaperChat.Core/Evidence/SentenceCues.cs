using System.Text.RegularExpressions;
using PaperChat.Questions;

namespace PaperChat.Evidence;

/// <summary>Signs in a sentence of what it states: its rhetorical role, and the forms that answers take.</summary>
internal static partial class SentenceCues
{
    private const RegexOptions Options = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture;

    public static bool IsOwn(string sentence) => OwnPattern().IsMatch(sentence);

    public static bool IsFinding(string sentence) => FindingPattern().IsMatch(sentence);

    /// <summary>True when it reports how well something did.</summary>
    public static bool IsResult(string sentence) => ResultPattern().IsMatch(sentence);

    /// <summary>True when it says how something is done.</summary>
    public static bool IsProcedure(string sentence) => ProcedurePattern().IsMatch(sentence);

    /// <summary>True when it says where code or data are.</summary>
    public static bool IsAvailability(string sentence) => AvailabilityPattern().IsMatch(sentence);

    /// <summary>True when the sentence points back to the one before for what it speaks of.</summary>
    public static bool PointsBack(string sentence) => PointsBackPattern().IsMatch(sentence);

    /// <summary>Share of the asked-for forms that the sentence has; 0 when none was asked for.</summary>
    public static double Match(string sentence, AnswerForm form)
    {
        var asked = 0;
        var met = 0;
        void Check(AnswerForm flag, Regex pattern)
        {
            if (form.HasFlag(flag))
            {
                asked++;
                met += pattern.IsMatch(sentence) ? 1 : 0;
            }
        }

        Check(AnswerForm.Number, NumberPattern());
        Check(AnswerForm.Duration, DurationPattern());
        Check(AnswerForm.Share, SharePattern());
        Check(AnswerForm.Hardware, HardwarePattern());
        Check(AnswerForm.Cause, CausePattern());
        Check(AnswerForm.Means, MeansPattern());
        Check(AnswerForm.Purpose, PurposePattern());
        Check(AnswerForm.Novelty, NoveltyPattern());
        Check(AnswerForm.Evaluation, EvaluationPattern());
        Check(AnswerForm.Limit, LimitPattern());
        Check(AnswerForm.Code, CodePattern());
        Check(AnswerForm.Expansion, ExpansionPattern());
        return asked == 0 ? 0 : (double)met / asked;
    }

    [GeneratedRegex(@"\b(we|our|this\s+(paper|work|study|article)|in\s+this\s+(paper|work|study))\b", Options)]
    private static partial Regex OwnPattern();

    [GeneratedRegex(@"\b(results?|experiments?|outperform\w*|achiev\w+|show(s|n|ed)?|demonstrat\w+|find(s|ings?)?|found|reveal\w*|suggest\w*|significant\w*|improv\w+|surpass\w*|observ\w+|state-of-the-art)\b|\d\s*\\?%", Options)]
    private static partial Regex FindingPattern();

    [GeneratedRegex(@"^\s*((our|extensive|comprehensive|empirical|experimental|numerical|these|the)\s+)*(experiments?|evaluations?|results?|analys[ei]s|findings|validation|simulations)\b|\b(outperform\w*|state[- ]of[- ]the[- ]art|surpass\w*|superior\w*|competitive|significantly\s+(improv|reduc|increas)\w*)\b", Options)]
    private static partial Regex ResultPattern();

    [GeneratedRegex(@"^\s*(specifically|in\s+particular|more\s+specifically|concretely|to\s+this\s+end|to\s+(do|achieve|address)\b|first|second|third|then|finally|we\s+(achieve|do)\s+this)\b|\b(by|via|through)\s+\w+ing\b|\bwe\s+(use|employ|adopt|apply|construct|devise|design|leverage|train|formulate|couple|convert|encode|represent|model|combine)\b|\bconsists?\s+of\b|\bis\s+(used|employed|applied|computed|obtained|trained)\b", Options)]
    private static partial Regex ProcedurePattern();

    [GeneratedRegex(@"https?://|\b(code|dataset|data|models?)\b[^.]{0,40}\b(available|released?|open-?sourced?)\b", Options)]
    private static partial Regex AvailabilityPattern();

    [GeneratedRegex(@"^\s*(this|these|those|such|it|its|they|their|he|she|the\s+(latter|former|proposed|resulting|same)|here|both|to\s+(this\s+end|do\s+so|address\s+(this|these))|in\s+this\s+way|(we|our)\b[^,;]{0,60}\b(their|this|these|its|them)|thereby|consequently|as\s+a\s+result|for\s+this)\b", Options)]
    private static partial Regex PointsBackPattern();

    [GeneratedRegex(@"(?<![\p{L}\d-])\d|\b(two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|dozens?|hundreds?|thousands?|millions?|half|twice|double[ds]?|tripled?|halv\w+|-?fold|single|quadratic\w*|linear\w*)\b", Options)]
    private static partial Regex NumberPattern();

    [GeneratedRegex(@"\d\s*-?\s*(s|ms|sec(onds?)?|min(utes?)?|hours?|h|days?|fps|weeks?)\b|\b(fps|seconds?|minutes?|hours?|days?|weeks?|real-?time|latency|faster|slower|speed-?ups?)\b|\d\s*(x|×|times)", Options)]
    private static partial Regex DurationPattern();

    [GeneratedRegex(@"\d\s*\\?%|\bpercent\b|\b(half|third|quarter|fraction|portion|majority|most\s+of)\b|\d\s*(x|×|times)|-?fold", Options)]
    private static partial Regex SharePattern();

    [GeneratedRegex(@"\b(cpus?|gpus?|tpus?|a100|h100|v100|rtx|laptop|processor|edge\s+devices?|fpga|chip|loihi)\b", Options)]
    private static partial Regex HardwarePattern();

    [GeneratedRegex(@"\b(because|since|due\s+to|caus\w+|stem\w*\s+from|lead(s|ing)?\s+to|owing|as\s+a\s+result|therefore|thus|thereby|result(s|ing)?\s+(from|in)|attribut\w+|to\s+(address|overcome|avoid|prevent|mitigate|reduce)|motivat\w+|reason|allow\w*|enabl\w+|explain\w*)\b", Options)]
    private static partial Regex CausePattern();

    [GeneratedRegex(@"\b(by|via|through|using|use[sd]?|with|propos\w+|introduc\w+|design\w*|employ\w*|leverag\w+|utili[sz]\w+|devis\w+|develop\w*|construct\w*|adopt\w*|appl(y|ies|ied)|convert\w*|combin\w+|integrat\w+|based\s+on|consists?\s+of|algorithm|mechanism|module)\b", Options)]
    private static partial Regex MeansPattern();

    [GeneratedRegex(@"\bto\s+\p{L}+|\b(allow\w*|enabl\w+|help\w*|serv\w+|ensur\w+|so\s+that|in\s+order|which|regulat\w+)\b", Options)]
    private static partial Regex PurposePattern();

    [GeneratedRegex(@"\b(first|novel|new|for\s+the\s+first\s+time|to\s+(the\s+best\s+of\s+)?our\s+(best\s+)?knowledge|previous(ly)?|prior|unlike|existing|never|not\s+been)\b", Options)]
    private static partial Regex NoveltyPattern();

    [GeneratedRegex(@"\b(on|across|over)\b.*(\b(dataset|datasets|data-set|data-sets|benchmarks?|tasks?|classification|corpus|corpora)\b|\p{Lu}\w*[\p{Lu}\d])|\b(evaluat\w+|experiments?|tested|benchmark\w*|includ\w+|environment\w*)\b", Options)]
    private static partial Regex EvaluationPattern();

    [GeneratedRegex(@"\b(limit\w*|however|cannot|can't|not|fail\w*|struggl\w+|drawback\w*|weak\w*|challeng\w+|only|lack\w*|difficult\w*|although|while|despite|suffer\w*|mis-?\w+ly|tends?\s+to|lags?|gap|bias(es|ed)?|prone|unable|poor(ly)?|degrad\w+|costly|expensive)\b", Options)]
    private static partial Regex LimitPattern();

    [GeneratedRegex(@"https?://|\b(github|code|open-?sourced?|publicly\s+available|repository|project\s+page)\b", Options)]
    private static partial Regex CodePattern();

    [GeneratedRegex(@"\((?-i:\p{Lu}[\w\-]{0,8}\p{Lu}s?)\)|\bstands?\s+for\b", Options)]
    private static partial Regex ExpansionPattern();
}
