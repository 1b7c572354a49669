using System.Text.RegularExpressions;

namespace PaperChat.Retrieval;

/// <summary>
/// The beginning of a request that says no more than that papers are asked for: "Could you list some papers that propose ...",
/// "Which recent works discuss ...". Its words are in so many abstracts that they only disturb a ranking.
/// </summary>
internal static partial class AskingPhrase
{
    // What is left has to be a question still.
    private const int LeastLetters = 10;

    /// <summary>The text without such a beginning; the text itself when it has none, or when hardly more than that is there.</summary>
    public static string Without(string text)
    {
        var match = Beginning().Match(text);
        return match.Success && text.Length - match.Length > LeastLetters ? text[match.Length..].TrimStart() : text;
    }

    [GeneratedRegex(
        """
        ^\s* (?: (?: please | hello | hi )\b \W* )?
        (?: (?: can | could | would | will ) \s+ you \s+ (?: (?: please | kindly ) \s+ )?
            (?: provide | give | list | name | show | tell | find | suggest | recommend | identify | share | mention | cite | point | help )
            (?: \s+ (?: me | us ) )? (?: \s+ (?: with | to | find | about ) )*
          | (?: in \s+ )? (?: which | what ) (?: \s+ (?: are | is | were | was ) )?
          | (?: are | is | were | do ) \s+ (?: there | you \s+ know (?: \s+ of )? )
          | (?: list | give | name | find | show | tell | recommend | suggest | provide ) (?: \s+ (?: me | us ) )? (?: \s+ about )?
          | i \s+ am \s+ (?: interested \s+ in | looking \s+ for )
          | any )
        (?: \s+ (?: some | any | all | the | a | an | few | several | of | examples | other | recent | latest | existing | previous | prior
            | research | scientific | relevant ) )*
        \s+ (?: papers? | works? | studies | study | articles? | research | publications? | references? | literature )
        (?: \s+ (?: that | which | who | where ) )?
        (?: \s+ (?: have | has | had | are | is | were ) )? (?: \s+ (?: been | also | first | initially | recently | previously | there ) )*
        (?: \s+ (?: propos(?:ed?|ing) | introduc(?:ed?|ing) | discuss(?:ed|ing)? | describ(?:ed?|ing) | present(?:ed|ing)?
            | explor(?:ed?|ing) | investigat(?:ed?|ing) | stud(?:ied|y|ying) | examin(?:ed?|ing) | address(?:ed|ing)? | focus(?:ed|es|ing)?
            | deal(?:ing|s)? | talk(?:ed|ing)? | show(?:ed|n|ing)? | mention(?:ed|ing)? | report(?:ed|ing)? | provid(?:ed?|ing)
            | us(?:ed?|ing) | work(?:ed|ing)? ) )?
        (?: \s+ (?: on | about | with ) )? \b
        """,
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex Beginning();
}
