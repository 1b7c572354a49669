using System.Text.RegularExpressions;

namespace PaperChat.Questions;

/// <summary>Tells from a question's wording what it asks for. English; what it does not know is <see cref="QuestionKind.Fact"/>.</summary>
internal static partial class KindDetector
{
    public static QuestionKind KindOf(string question) => question switch
    {
        _ when ComparisonPattern().IsMatch(question) => QuestionKind.Comparison,
        _ when OverviewPattern().IsMatch(question) => QuestionKind.Overview,
        _ when TopicPattern().IsMatch(question) => QuestionKind.Topic,
        _ when NumberPattern().IsMatch(question) => QuestionKind.Number,
        _ when ReasonPattern().IsMatch(question) => QuestionKind.Reason,
        _ when MethodPattern().IsMatch(question) => QuestionKind.Method,
        _ when NamePattern().IsMatch(question) => QuestionKind.Name,
        _ when DefinitionPattern().IsMatch(question) => QuestionKind.Definition,
        _ when YesNoPattern().IsMatch(question) => QuestionKind.YesNo,
        _ when !QuestionPattern().IsMatch(question) => QuestionKind.Topic,
        _ => QuestionKind.Fact,
    };

    /// <summary>True when it says that papers are wanted, and not only what about.</summary>
    public static bool NamesPapers(string question) => TopicPattern().IsMatch(question);

    public static AnswerForm FormOf(string question)
    {
        if (!QuestionPattern().IsMatch(question))
        {
            return AnswerForm.Any;
        }

        var form = AnswerForm.Any;
        form |= NumberPattern().IsMatch(question) ? AnswerForm.Number : 0;
        form |= DurationPattern().IsMatch(question) ? AnswerForm.Duration : 0;
        form |= SharePattern().IsMatch(question) ? AnswerForm.Share : 0;
        form |= HardwarePattern().IsMatch(question) ? AnswerForm.Hardware : 0;
        form |= ReasonPattern().IsMatch(question) ? AnswerForm.Cause : 0;
        form |= MethodPattern().IsMatch(question) ? AnswerForm.Means : 0;
        form |= PurposePattern().IsMatch(question) ? AnswerForm.Purpose : 0;
        form |= NoveltyPattern().IsMatch(question) ? AnswerForm.Novelty : 0;
        form |= EvaluationPattern().IsMatch(question) ? AnswerForm.Evaluation : 0;
        form |= LimitPattern().IsMatch(question) ? AnswerForm.Limit : 0;
        form |= ExpansionPattern().IsMatch(question) ? AnswerForm.Expansion : 0;
        form |= CodePattern().IsMatch(question) ? AnswerForm.Code : 0;
        return form;
    }

    private const RegexOptions Options = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture;

    [GeneratedRegex(@"\b(compare[ds]?|comparison|versus|vs\.?|differences?\s+between|differ(s|ent)?\s+from|in\s+contrast\s+(to|with)|(do|does|did|are|is)\b.*\b(both|each)\b|\bboth\b.*\band\b|each\s+(say|do|use|of)|respectively)\b|\b(what|how|which|on\s+what)\b.*\b(do|does|are|is)\b.*[,]?\s+and\s+(what|how|which|where|when)\s+(do|does|are|is|did)\b(?-i:.*\p{Lu})", Options)]
    private static partial Regex ComparisonPattern();

    [GeneratedRegex(@"^\s*(please\s+)?((can|could)\s+you\s+)?(tell\s+(me|us)\s+(more\s+)?about|summari[sz]e|explain|describe|give\s+(me\s+)?(an?\s+)?(overview|summary)\s+of|what\s+(is|are|does)\s+.*\b(about|propose|introduce|contribute)|what'?s\s+.*\babout)\b", Options)]
    private static partial Regex OverviewPattern();

    [GeneratedRegex(@"^\s*(please\s+)?((can|could|would)\s+you\s+)?((list|find|show|name|suggest|recommend|provide|give|enumerate|mention|point)\b.*\b)?((any|some|all|recent|several|other|more|the|me|us)\s+)*(papers?|works?|stud(y|ies)|articles?|research|publications?|literature)\b|\b(which|what|any|are\s+there|is\s+there)\s+(\w+\s+){0,3}(papers|studies|articles|publications|(works|research)\s+(on|in|that|have|has|about|use|address|deal|explor|propos|investigat)\w*)\b|\bwho\s+(works|worked)\s+on\b", Options)]
    private static partial Regex TopicPattern();

    [GeneratedRegex(@"\bhow\s+(many|much|long|fast|large|big|small|often|high|low|far|well|accurate|accurately|quickly|deep|wide|old)\b|\b(what|which)\s+(\w+\s+){0,2}(percentage|percent|portion|proportion|share|fraction|number|size|amount|accuracy|score|speed-?up|factor|rate|ratio|perplexity|gain|length|resolution|margin|cost|auc|f1|bleu|fid|miou|map|psnr|memory)\b|\bup\s+to\s+how\b|\bby\s+how\s+much\b|\bwhat\s+(fps|speed|latency|throughput)\b", Options)]
    private static partial Regex NumberPattern();

    [GeneratedRegex(@"\bwhy\b|\bwhat\s+(causes?|makes|led|leads|explains?|is\s+the\s+reason|motivat\w+)\b|\bbecause\s+of\s+what\b|\bfor\s+what\s+reason", Options)]
    private static partial Regex ReasonPattern();

    [GeneratedRegex(@"^\s*(and\s+|in\b.*,\s*)?how\s+(do|does|did|is|are|was|were|can|could|should|to)\b|\b(what|which)\s+(method|technique|approach|algorithm|mechanism|strategy|procedure)\b|\bby\s+what\s+means\b|,\s*how\s+(do|does|did|is|are|was|were|can)\b", Options)]
    private static partial Regex MethodPattern();

    [GeneratedRegex(@"\b(who|which|whose|where)\b|\bwhat\s+(data\s?-?sets?|benchmarks?|models?|tasks?|metrics?|languages?|environments?|domains?|baselines?|name|architecture|applications?|modalit\w+|sorts?|kinds?|types?)\b|\bon\s+what\b", Options)]
    private static partial Regex NamePattern();

    [GeneratedRegex(@"^\s*(what\s+(is|are|does)\s+(an?\s+|the\s+)?[\w\-() ]{2,60}(\s+mean)?\s*\??\s*$|define\b|definition\s+of)", Options)]
    private static partial Regex DefinitionPattern();

    [GeneratedRegex(@"^\s*(and\s+|but\s+)?(is|are|was|were|do|does|did|can|could|has|have|had|will|would|should)\b", Options)]
    private static partial Regex YesNoPattern();

    [GeneratedRegex(@"\?|^\s*(and\s+|but\s+|in\b.*,\s*)?(what|which|who|whose|why|when|where|how|is|are|does|do|did|can|could|has|have|had|was|were|up\s+to|by\s+how|on\s+what|on\s+which)\b|:\s*(what|which|who|why|how)\b", Options)]
    private static partial Regex QuestionPattern();

    [GeneratedRegex(@"\bhow\s+(long|fast|quick(ly)?|soon)\b|\b(latency|runtime|response\s+times?|what\s+time|duration)\b", Options)]
    private static partial Regex DurationPattern();

    [GeneratedRegex(@"\b(percentage|percent|portion|proportion|share|fraction|how\s+much\s+of|how\s+large\s+(is|a)|how\s+much\s+(better|faster|more|less|smaller|larger|worse|cheaper|higher|lower)|by\s+how\s+much)\b", Options)]
    private static partial Regex SharePattern();

    [GeneratedRegex(@"\b(hardware|gpus?|cpus?|tpus?|machine|device|chip)\b", Options)]
    private static partial Regex HardwarePattern();

    [GeneratedRegex(@"\b(what\s+(is|are|was|were)\b.*\b(for|there\s+for|used\s+for)|what\b.*\b(do|does|did)\b.*\b(do|for|serve|regulate)|purpose|what\s+for|role)\b", Options)]
    private static partial Regex PurposePattern();

    [GeneratedRegex(@"\b(first|before|previously|anybody|anyone|novel|novelty|new|earlier)\b", Options)]
    private static partial Regex NoveltyPattern();

    [GeneratedRegex(@"\b(test(ed|s)?|evaluat\w+|benchmark\w*|experiment\w*|data\s?-?sets?|tried\s+on|measured\s+on|validated?|environments?)\b", Options)]
    private static partial Regex EvaluationPattern();

    [GeneratedRegex(@"\b(limit(s|ation|ations|ed)?|drawback\w*|weakness\w*|shortcoming\w*|fail(s|ure|ures)?|struggle\w*|cannot|wrong|troubles?|faults?|flaws?|bad(ly)?|obstacles?|bottlenecks?|hard\s+about|difficult(y|ies)?|suffers?|disadvantage\w*|downside\w*|(can|does|do)\b[^?]*\bnot\s+(do|handle|work|cover|support))\b", Options)]
    private static partial Regex LimitPattern();

    [GeneratedRegex(@"\b(code|repository|repo|github|open-?\s?source[d]?|source\s+code|project\s+page|implementation\s+available|where\s+can\s+i\s+(get|find|download))\b", Options)]
    private static partial Regex CodePattern();

    [GeneratedRegex(@"\b(stands?\s+for|abbreviat\w+|acronyms?|short\s+for|means?\s+(two|\d|different)\b|what\s+do(es)?\s+[^?]*\bmean)\b", Options)]
    private static partial Regex ExpansionPattern();
}
