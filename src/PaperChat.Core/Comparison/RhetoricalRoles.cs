using System.Text.RegularExpressions;
using PaperChat.Evidence;

namespace PaperChat.Comparison;

/// <summary>
/// How well a sentence of an abstract speaks on an aspect: the words that mark its role, and its place. The roles are those of
/// argumentative zoning (Teufel and Moens, 2002).
/// </summary>
internal static partial class RhetoricalRoles
{
    private const RegexOptions Options = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture;

    /// <summary>0 for a sentence that does not speak on the aspect.</summary>
    /// <param name="aspect">The aspect.</param>
    /// <param name="sentence">As shown.</param>
    /// <param name="place">0 for the first sentence, 1 for the last.</param>
    /// <param name="isAfterApproach">Whether the paper has named its own approach before.</param>
    public static double Score(ComparisonAspect aspect, string sentence, double place, bool isAfterApproach) => aspect switch
    {
        ComparisonAspect.Problem => Problem(sentence, place, isAfterApproach),
        ComparisonAspect.Approach => Proposal().IsMatch(sentence) ? 3 - place : Others().IsMatch(sentence) ? -1 : OwnWork().IsMatch(sentence) && SentenceCues.IsProcedure(sentence) ? 1.2 - place : 0,
        ComparisonAspect.Novelty => New().Count(sentence) * (isAfterApproach || Proposal().IsMatch(sentence) ? 1.0 : 0.3) + (Procedure().IsMatch(sentence) && isAfterApproach ? 0.6 : 0),
        ComparisonAspect.Data => Evaluated().IsMatch(sentence) && !Made().IsMatch(sentence) && (isAfterApproach || place > 0.5) ? 1 + place : 0,
        ComparisonAspect.Results => (isAfterApproach || place > 0.5) && !Idea().IsMatch(sentence) ? Result(sentence, place) : 0,
        ComparisonAspect.Cost => Others().IsMatch(sentence) || Hope().IsMatch(sentence) ? 0 : Cost().Count(sentence) * (isAfterApproach || place > 0.5 || Proposal().IsMatch(sentence) ? 1 : 0.15),
        ComparisonAspect.Limits => Limit().IsMatch(sentence) && !Overcomes().IsMatch(sentence) && (isAfterApproach || place > 0.6) ? 2 : isAfterApproach && Weakness().IsMatch(sentence) && !Overcomes().IsMatch(sentence) && !OwnStep().IsMatch(sentence) ? 0.8 + place / 4 : 0,
        ComparisonAspect.Code => Code().IsMatch(sentence) && (place > 0.5 || sentence.Contains("://", StringComparison.Ordinal)) ? 2 : 0,
        _ => 0,
    };

    /// <summary>Whether a sentence presents what the paper did.</summary>
    public static bool IsProposal(string sentence) => Proposal().IsMatch(sentence);

    /// <summary>Whether a sentence speaks of experiments, in which the names after "on" are data sets.</summary>
    public static bool IsEvaluation(string sentence) => Evaluation().IsMatch(sentence) || SentenceCues.IsResult(sentence);

    private static double Problem(string sentence, double place, bool isAfterApproach) =>
        isAfterApproach || Proposal().IsMatch(sentence) ? (Others().IsMatch(sentence) && Trouble().IsMatch(sentence) ? 0.8 : 0)
        : 0.4 + (Contrast().IsMatch(sentence) ? Concession().IsMatch(sentence) && !Trouble().IsMatch(sentence) ? 0.2 : 1.4 : 0) + (Trouble().Count(sentence) * 0.5) - Math.Abs(place - 0.25) / 2;

    private static double Result(string sentence, double place) =>
        (SentenceCues.IsResult(sentence) ? 1.5 : 0) + (Reported().IsMatch(sentence) ? 0.8 : 0) + (Measured().IsMatch(sentence) ? 1 : 0) is var score && score >= 0.8 && place > 0.2
            ? score + place / 2 - (SentenceCues.PointsBack(sentence) || Hope().IsMatch(sentence) || Others().IsMatch(sentence) ? 0.9 : 0)
            : 0;

    [GeneratedRegex(@"\b(we|this\s+(paper|work|article|study|letter)|in\s+this\s+(paper|work|article|study|letter),?(\s+we)?|our\s+(paper|work))\s+(\w+ly\s+|also\s+|then\s+|therefore\s+|thus\s+|first\s+)?(propos|present|introduc|develop|describ|design|devis|advocat|offer|propound|investigat|stud(y|ies)|address|tackl|explor|build|formulat|revisit|show\s+(how|that)|reformulat|unif(y|ies))\w*|\b(is|are)\s+(proposed|presented|introduced|developed)\b|\bwe\s+call\b", Options)]
    private static partial Regex Proposal();

    [GeneratedRegex(@"\b(we|our)\b", Options)]
    private static partial Regex OwnWork();

    [GeneratedRegex(@"^\s*(specifically|in\s+particular|more\s+specifically|concretely|the\s+(key|main|core)|our\s+(key|main|core))\b", Options)]
    private static partial Regex Procedure();

    [GeneratedRegex(@"^\s*(the|our|its)\s+(key|main|core|central)\s+(idea|insight|ingredient|innovation|contribution)", Options)]
    private static partial Regex Idea();

    [GeneratedRegex(@"\b(novel|new|first(?!\s*,)(?=\s+\w+\s+(to|that|end|method|model|work|approach|large|data|benchmark|study|time|framework))|for\s+the\s+first\s+time|to\s+(the\s+best\s+of\s+)?our\s+(best\s+)?knowledge|unlike|in\s+contrast\s+to|instead\s+of|rather\s+than|key\s+(idea|insight|innovation|contribution)|contributions?|differs?\s+from|without\s+(any|requiring|the\s+need))\b", Options)]
    private static partial Regex New();

    // "While X improves A, Y extends it": a contrast, but no trouble.
    [GeneratedRegex(@"^\s*(despite|although|while|though)\b", Options)]
    private static partial Regex Concession();

    [GeneratedRegex(@"^\s*(however|but|yet|nevertheless|nonetheless|despite|although|while|though|unfortunately)\b|\b(however|yet\s+\w+\s+(remain|suffer|lack|fail))\b", Options)]
    private static partial Regex Contrast();

    [GeneratedRegex(@"\b(challeng\w*|limit\w*|suffer\w*|lack\w*|fail\w*|cannot|difficult\w*|expensive|costly|quadratic\w*|problem|hard|scarc\w*|bottleneck|poor(ly)?|struggl\w*|unclear|under-?explored|remain\w*|neglect\w*|ignor\w*|overlook\w*|prohibitive\w*|inefficien\w*|degrad\w*|time-consuming|require\w*|gap|not\s+been|insufficient\w*|inadequate\w*)\b", Options)]
    private static partial Regex Trouble();

    [GeneratedRegex(@"^\s*(however,?\s+|but\s+|while\s+|most\s+|many\s+|the\s+)?(existing|previous|prior|current|conventional|traditional|recent|standard|state[- ]of[- ]the[- ]art)\b|^\s*((the\s+majority|most|many|some)\s+of\s+(the\s+)?(existing|previous|prior|current|state|recent|these|approaches|methods))\b", Options)]
    private static partial Regex Others();

    [GeneratedRegex(@"\b(experiments?|experimental|evaluat\w+|validat\w+|tested|benchmark\w*|data\s?-?sets?|corpus|corpora|trained\s+on|simulations?)\b", Options)]
    private static partial Regex Evaluation();

    // What it was tried on is named, not only that it was.
    [GeneratedRegex(@"\b(data\s?-?sets?|benchmarks?|corpus|corpora|trained\s+on|simulations?|((experiment|evaluat|validat|test)(s|e|ed|ing|ion|ions)?|experiment\w*\s+results)\s+(\w+\s+){0,6}(on|across|in|with|using|over))\b", Options)]
    private static partial Regex Evaluated();

    [GeneratedRegex(@"\b(develop|design|build|introduc|propos)\w*\s+(an?|the)\s+(\w+\s+){0,2}(evaluation|testing)\s+(pipeline|framework|protocol|method|metric)\w*", Options)]
    private static partial Regex Made();

    [GeneratedRegex(@"\b(achiev\w+|outperform\w*|obtain\w*|attain\w*|surpass\w*|results?\s+(show|demonstrate|indicate|suggest|reveal)|we\s+(show|find|observe|demonstrate)|improv\w+|reduc\w+\s+\w+\s+by|yield\w*|demonstrat\w+)\b", Options)]
    private static partial Regex Reported();

    [GeneratedRegex(@"\d\s*\\?%|\d\.\d|\b\d+\s*(x|×|times|fold)\b|\b(state-of-the-art|SOTA)\b", Options)]
    private static partial Regex Measured();

    [GeneratedRegex(@"\b(potential\s+(to|for|of)|future|pav(e|es|ing)\s+the\s+way|lay(s|ing)?\s+the\s+(groundwork|foundations?))\b", Options)]
    private static partial Regex Hope();

    [GeneratedRegex(@"\b((time|space|memory|computational|linear|quadratic|sub-?quadratic|overall|attention)\s+complexity|complexity\s+of|comput(e|ation|ational|ing)\s+(costs?|time|overhead|burden|resources?|requirements?|budget)|computationally|memory\s+(usage|footprint|costs?|consumption|requirements?|overhead)|(fewer|number\s+of|[0-9.]+\s?[MB]|[mb]illion)\s+(trainable\s+)?parameters|FLOPs|GFLOPs|latency|throughput|speed-?ups?|faster|in\s+real[- ]time|real-time\s+(speed|performance|inference)|[0-9]\s?(FPS|fps|ms|hours?)|GPUs?|GPU[- ]hours|training\s+(time|cost)|inference\s+(time|speed|costs?|latency|performance)|(computation\w*|memory|parameter|data|sample|more|highly)[- ]efficien\w+|(in|with)\s+linear\s+time|linear(ly)?\s+(time|in|with|scal\w+)|scales\s+linearly|sub-?quadratic|overhead|lightweight|lighter|energy\s+\w+|costs?\s+(by|of)|cost-\w+|reduc\w+\s+(the\s+)?\w*\s*costs?)\b|O\(|\\mathcal\{?O|\bO\s\(", Options)]
    private static partial Regex Cost();

    [GeneratedRegex(@"\b(limitations?|future\s+work|we\s+leave|drawbacks?|at\s+the\s+(cost|expense)\s+of|shortcomings?|still\s+(far|lag|struggl|fail|limited|short)\w*|remains?\s+(an?\s+)?(open|challeng|difficult|unsolved|limited)\w*|falls?\s+short)\b", Options)]
    private static partial Regex Limit();

    [GeneratedRegex(@"^\s*(however|but|yet|although|while|despite|nevertheless)\b|\b(fail\w*|struggl\w*|cannot|not\s+(able|always|yet)|degrades?|degradation|drops?\s+(sharply|significantly)|only\s+(when|if|for)|poor(ly)?)\b", Options)]
    private static partial Regex Weakness();

    [GeneratedRegex(@"\b(we|is|are)\s+(\w+ly\s+|also\s+|then\s+|further\s+)*(design|propos|introduc|develop|present|add|use)(e|es|ed|s)?\b", Options)]
    private static partial Regex OwnStep();

    [GeneratedRegex(@"\b(to\s+(address|overcome|tackle|mitigate|solve|alleviate|handle|avoid)|outperform\w*|surpass\w*|superior|where\s+(others|existing|previous)|existing|previous|prior|conventional|baselines?|while\s+(maintain|preserv|reduc|achiev|using|being|retain|keep|requir|still)\w*)\b", Options)]
    private static partial Regex Overcomes();

    [GeneratedRegex(@"\b(code|source\s+code|implementation|models?|weights|checkpoints|data\s?-?sets?|project|demo|benchmark|software|library|toolkit|resources?|package)\b[^.]{0,90}\b(available|released?|releasing|open-?sourced?|published|public|found\s+at|accessible|at\s+https?:)|\b(we|and|is|are|been|be|fully)\s+open-?sourced?\b|\bopen-?sourc(ed|ing)\b|\bgithub\b|https?://", Options)]
    private static partial Regex Code();
}
