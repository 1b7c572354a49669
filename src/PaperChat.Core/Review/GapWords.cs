using System.Text.RegularExpressions;

namespace PaperChat.Review;

/// <summary>Words by which papers say that something is open.</summary>
internal static partial class GapWords
{
    private const RegexOptions Options = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture;

    public static bool Names(string sentence) => (Gap().IsMatch(sentence) || IsOutlook(sentence)) && !Announcement().IsMatch(sentence);

    /// <summary>Whether it speaks of the paper's own limits or of work to come.</summary>
    public static bool IsOutlook(string sentence) => Outlook().IsMatch(sentence);

    /// <summary>Whether it begins so that it cannot be read without the sentence before.</summary>
    public static bool BeginsInside(string sentence) => Inside().IsMatch(sentence);

    [GeneratedRegex(@"\bremain(s|ed|ing)?\s+(largely\s+|an?\s+|mostly\s+|relatively\s+|still\s+|poorly\s+|highly\s+|quite\s+|very\s+)*(open|unclear|unknown|unexplored|under-?explored|unsolved|unresolved|elusive|challeng\w+|difficult|understudied|under-?studied|understood|unanswered|to\s+be)\b|\bopen\s+(research\s+)?(question|problem|challenge|issue|direction)s?\b|\b(under-?explored|unexplored|understudied|not\s+(yet\s+)?(been\s+)?(well[- ]|fully\s+|thoroughly\s+|systematically\s+)?(understood|explored|studied|investigated))\b|\blittle\s+(is\s+known|attention|work)\b|\b(lack|absence)\s+of\s+(a\s+)?(theor\w+|understanding|benchmarks?|standard\w*|systematic|unified)\b|\bstill\s+(lacks?|missing|in\s+its\s+infancy|struggle|far\s+(from|behind)|fall\s+short|open)\b", Options)]
    private static partial Regex Gap();

    [GeneratedRegex(@"\b(future\s+(work|research|directions?|stud(y|ies)|investigations?|efforts?|developments?)|we\s+leave\b|limitations?\s+of\s+(our|the\s+proposed|this)|our\s+\w*\s*limitations?|further\s+(research|work|investigation|stud(y|ies))\s+(is|are|on|in|into)|room\s+for\s+improvement|promising\s+(future\s+)?(avenue|direction)s?\s+for)\b", Options)]
    private static partial Regex Outlook();

    // It says that the paper speaks of directions, not which.
    [GeneratedRegex(@"\b(discuss\w*|outlin\w+|highlight\w*|synthesi[sz]\w*|insights?)\b[^.:]*\bfuture\s+(research\s+)?directions?\b(?!\s*[,:]?\s*(including|such\s+as))|\b(identif\w+|discuss\w*|outlin\w+)\b[^.:]*\bfuture\s+(research\s+)?directions?\b(?!\s*[,:]?\s*(including|such\s+as))|\b(lay\w*|provid\w+|establish\w*|serv\w+|pav\w+)\b[^.:]*\b(groundwork|foundations?|basis|way)\b[^.:]*\bfuture\b|\b(inspir|driv|foster|encourag|facilitat|guid|motivat|stimulat|support)\w*\s+(\w+\s+){0,2}future\b", Options)]
    private static partial Regex Announcement();

    [GeneratedRegex(@"^\s*(moreover|furthermore|additionally|also|besides|then|second(ly)?|third(ly)?|finally|in\s+addition|for\s+(example|instance)|however|but|yet|nevertheless|nonetheless|hence|thus|therefore|accordingly|similarly|otherwise|instead|the\s+(first|second|third|other)\b)", Options)]
    private static partial Regex Inside();
}
