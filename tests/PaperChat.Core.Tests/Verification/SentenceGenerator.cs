using System.Globalization;
using System.Text.RegularExpressions;
using PaperChat.Papers;
using PaperChat.Text;

namespace PaperChat.Core.Tests.Verification;

/// <summary>Makes true and false sentences from the sentences of papers, the same ones every time.</summary>
internal static partial class SentenceGenerator
{
    private static readonly (string From, string To)[] Rewordings =
    [
        (@"\bIn this (paper|work|article|study), we\b", "The authors"), (@"\bwe propose\b", "the authors propose"), (@"\bWe propose\b", "The authors propose"),
        (@"\bWe\b", "The authors"), (@"\bwe\b", "the authors"), (@"\bour\b", "the"), (@"\bOur\b", "The"), (@"\b(However|Moreover|Furthermore|Additionally|In addition|Specifically|Therefore), (\w)", "$2"),
        (@"\b(significantly|extensively|effectively|efficiently|particularly|respectively|usually|successfully|further|also) ", ""),
        (@"\bin order to\b", "to"), (@"\bdemonstrates? that\b", "shows that"), (@"\butiliz(e|es|ing)\b", "us$1"), (@"\bleverag(e|es|ing)\b", "us$1"),
        (@"\bachieves\b", "reaches"), (@"\brequires\b", "needs"), (@"\bdue to\b", "because of"), (@"\boutperforms\b", "surpasses"), (@"\bis able to\b", "can"),
        (@"\bsuch as\b", "like"), (@"\ba variety of\b", "various"), (@"\bmethods\b", "approaches"), (@"\bintroduces?\b", "presents"), (@"\bobtain(s|ed)?\b", "get$1"),
        (@"\bimportant\b", "key"), (@"\bexisting\b", "current"), (@"\bis widely used\b", "is commonly used"), (@"\benables?\b", "allows"), (@"\bchallenging\b", "difficult"),
        (@"\ba large number of\b", "many"), (@"\bin terms of\b", "regarding"), (@"\bconstruct(s|ed)?\b", "build$1"), (@"\bbuilded\b", "built"), (@"\bnovel\b", "new"),
    ];

    private static readonly (string From, string To)[] Denials =
    [
        (@"\boutperforms\b", "underperforms"), (@"\boutperform\b", "underperform"), (@"\bcan\b(?! not)", "cannot"), (@"\bincreases\b", "decreases"), (@"\breduces\b", "increases"),
        (@"\bimproves\b", "worsens"), (@"\bhigher\b", "lower"), (@"\bfaster\b", "slower"), (@"\bbetter\b", "worse"), (@"\bwithout\b", "with"), (@"\bdoes not\b", "does"), (@"\bis not\b", "is"),
        (@"\bcannot\b", "can"), (@"\bare not\b", "are"), (@"\b(is|are|was|were) (?!not\b)", "$1 not "), (@"\bhas been\b", "has not been"),
    ];

    private static readonly (string From, string To)[] Structures =
    [
        (@"\b(outperform|improve|reduce|achieve|enable|provide|require|allow|learn|capture|generate)s\b", "fails to $1"), (@"\b(do|does|did) not ", ""), (@"\bfails? to ", ""),
        (@"\b(can|could|will|should|does|do) (?!not)", "$1 not "), (@"\bhas been\b", "has never been"), (@"\b(difficult|challenging|hard)\b", "easy"), (@"\b(is|are|was|were) (?!not|able)", "$1 no longer "),
    ];

    private static readonly (string From, string To)[] Widenings =
    [
        (@"\b(m|M)any of the\b", "all of the"), (@"\b(s|S)ome\b(?= \w+s\b)", "all"), (@"\b(m|M)ost (?=(of|existing|current|previous|recent|\w+s)\b)", "all "), (@"\b(m|M)any (?=\w)", "all "), (@"\bseveral\b", "all"),
        (@"\bmay be\b", "is always"), (@"\bmay\b", "will always"), (@"\bmight\b", "will always"), (@"\boften\b", "always"), (@"\busually\b", "always"), (@"\bsometimes\b", "always"),
        (@"\bsuggests? that\b", "proves that"), (@"\bindicates? that\b", "proves that"), (@"\bcan be\b", "is always"), (@"\b[Ee]xperiments show\b", "Experiments prove"), (@"\bwe show that\b", "we prove that"), (@"\bone of the first\b", "the first"),
    ];

    public static List<GeneratedSentence> Make(IReadOnlyList<Paper> papers)
    {
        var made = new List<GeneratedSentence>();
        for (var p = 0; p < papers.Count; p++)
        {
            var sentences = Sentences(papers[p]);
            var other = papers[(p + 1) % papers.Count];
            for (var i = 0; i < sentences.Count; i++)
            {
                Add(made, papers[p], other, sentences, i, p + i);
            }
        }

        return made;
    }

    private static List<string> Sentences(Paper paper) =>
        [.. SentenceSplitter.Split(paper.Abstract).Select(s => TextCleaner.Clean(s.Of(paper.Abstract)).Text).Where(s => s.Length is > 50 and < 320 && char.IsUpper(s[0]))];

    private static void Add(List<GeneratedSentence> made, Paper paper, Paper other, List<string> sentences, int at, int turn)
    {
        var sentence = sentences[at];
        Add(made, "number_format", ReformatNumber(sentence), paper, sentence);
        Add(made, "number_changed", ChangeNumber(sentence, turn), paper, sentence);
        Add(made, "name_swapped", SwapNames(sentence, paper, other), paper, sentence);
        Add(made, "scope_changed", Replace(sentence, Widenings), paper, sentence);
        switch (turn % 6)
        {
            case 0:
                Add(made, "verbatim", sentence, paper, sentence);
                Add(made, "light_paraphrase", Reword(sentence), paper, sentence);
                break;
            case 1:
                Add(made, "light_paraphrase", Reword(MoveFront(sentence) ?? sentence), paper, sentence);
                break;
            case 2 when at + 1 < sentences.Count:
                Add(made, "summary", Join(sentence, sentences[at + 1]), paper, sentence);
                break;
            case 3:
                Add(made, "negation", Replace(sentence, Denials), paper, sentence);
                Add(made, "negation", Replace(sentence, turn % 2 == 0 ? Structures : [.. Structures.Reverse()]), paper, sentence);
                Add(made, "summary", Shorten(sentence), paper, sentence);
                break;
            case 4:
                Add(made, "citation_moved", Reword(sentence) ?? sentence, other, sentence);
                break;
            default:
                Add(made, "added_claim", AddClaim(sentence, other), paper, sentence);
                break;
        }
    }

    private static void Add(List<GeneratedSentence> made, string kind, string? text, Paper cited, string source)
    {
        if (text is not null && (kind == "verbatim" || text != source))
        {
            made.Add(new GeneratedSentence(kind, text, cited, source));
        }
    }

    private static string? ReformatNumber(string sentence)
    {
        if (PercentPattern().Match(sentence) is { Success: true } percent)
        {
            return sentence.Remove(percent.Index, percent.Length).Insert(percent.Index, percent.Groups[1].Value + " percent");
        }

        if (TimesPattern().Match(sentence) is { Success: true } times)
        {
            return sentence.Remove(times.Index, times.Length).Insert(times.Index, times.Groups[1].Value + " times");
        }

        if (ThousandsPattern().Match(sentence) is { Success: true } thousands)
        {
            return sentence.Remove(thousands.Index, thousands.Length).Insert(thousands.Index, thousands.Value.Replace(",", "", StringComparison.Ordinal));
        }

        string[] words = ["two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"];
        for (var i = 0; i < words.Length; i++)
        {
            if (sentence.Contains($" {words[i]} ", StringComparison.Ordinal))
            {
                return sentence.Replace($" {words[i]} ", string.Create(CultureInfo.InvariantCulture, $" {i + 2} "), StringComparison.Ordinal);
            }
        }

        return null;
    }

    private static string? ChangeNumber(string sentence, int turn)
    {
        if (DecimalPattern().Match(sentence) is { Success: true } number)
        {
            var digits = number.Value.ToCharArray();
            var at = turn % 2 == 0 || digits.Length < 3 ? 0 : digits.Length - 1;
            digits[at] = (char)('1' + (digits[at] - '0' + turn % 3 + 1) % 9);
            return number.Value == new string(digits) ? null : sentence.Remove(number.Index, number.Length).Insert(number.Index, new string(digits));
        }

        string[] words = ["two", "three", "four", "five", "six", "seven", "eight"];
        var word = Array.FindIndex(words, w => sentence.Contains($" {w} ", StringComparison.Ordinal));
        return word < 0 ? null : sentence.Replace($" {words[word]} ", $" {words[(word + 1 + turn % 4) % words.Length]} ", StringComparison.Ordinal);
    }

    private static string? SwapNames(string sentence, Paper paper, Paper other)
    {
        string[] names = [.. NamePattern().Matches(sentence).Select(m => m.Value).Distinct()];
        if (names.Length == 0)
        {
            return null;
        }

        var strange = NamePattern().Matches(other.Abstract).Select(m => m.Value).FirstOrDefault(n => !paper.Abstract.Contains(n, StringComparison.Ordinal) && !paper.Title.Contains(n, StringComparison.Ordinal));
        var relation = ComparisonPattern().Match(sentence);
        if (relation.Success)
        {
            return sentence.Remove(relation.Index, relation.Length).Insert(relation.Index, $"{relation.Groups[3].Value}{relation.Groups[2].Value}{relation.Groups[1].Value}");
        }

        return strange is null ? null : sentence.Replace(names[^1], strange, StringComparison.Ordinal);
    }

    private static string? Replace(string sentence, (string From, string To)[] changes)
    {
        foreach (var (from, to) in changes)
        {
            var changed = new Regex(from, RegexOptions.CultureInvariant).Replace(sentence, to, 1);
            if (changed != sentence)
            {
                return changed;
            }
        }

        return null;
    }

    private static string? Reword(string sentence)
    {
        var changed = sentence;
        foreach (var (from, to) in Rewordings)
        {
            changed = Regex.Replace(changed, from, to, RegexOptions.CultureInvariant);
        }

        return changed == sentence ? null : char.ToUpperInvariant(changed[0]) + changed[1..];
    }

    // "In this setting, the method works." becomes "The method works in this setting."
    private static string? MoveFront(string sentence)
    {
        var front = FrontPattern().Match(sentence);
        return front.Success && sentence[^1] == '.'
            ? char.ToUpperInvariant(front.Groups[3].Value[0]) + front.Groups[3].Value[1..] + " " + char.ToLowerInvariant(front.Groups[1].Value[0]) + front.Groups[1].Value[1..] + front.Groups[2].Value + "."
            : null;
    }

    private static string Join(string first, string second) => first.TrimEnd('.') + ", and " + Lower(Regex.Replace(second, @"^(However|Moreover|Furthermore|Additionally|Specifically|Finally|Therefore|Thus), ", ""));

    private static string? Shorten(string sentence)
    {
        var cut = Regex.Match(sentence, @", (which|where|while|whereas|thus|thereby|making|leading|enabling|allowing|and|but) ");
        return cut.Success && cut.Index > 50 ? sentence[..cut.Index] + "." : null;
    }

    private static string? AddClaim(string sentence, Paper other)
    {
        var claim = Sentences(other).Where(s => s.Length < 160).Skip(1).FirstOrDefault();
        return claim is null ? null : sentence.TrimEnd('.') + ", and " + Lower(Regex.Replace(claim, @"^[A-Z]\w+, ", ""));
    }

    private static string Lower(string sentence) => sentence.Length > 1 && char.IsUpper(sentence[1]) ? sentence : char.ToLowerInvariant(sentence[0]) + sentence[1..];

    [GeneratedRegex(@"(\d+(?:\.\d+)?) ?\\?%")]
    private static partial Regex PercentPattern();

    [GeneratedRegex(@"(?<![\d.\w-])(\d+(?:\.\d+)?)[x×](?=[ ,.])")]
    private static partial Regex TimesPattern();

    [GeneratedRegex(@"\b\d{1,3}(,\d{3})+\b")]
    private static partial Regex ThousandsPattern();

    [GeneratedRegex(@"(?<=[ (])\d+(\.\d+)?(?=[ %x,);\\])")]
    private static partial Regex DecimalPattern();

    [GeneratedRegex(@"(?<=[ (])[A-Z][A-Za-z]*[A-Z][A-Za-z0-9]*(?=[ ,.);])")]
    private static partial Regex NamePattern();

    [GeneratedRegex(@"\b([A-Z]\w*[A-Z]\w*)( (?:outperforms|surpasses|exceeds|beats) )((?:the )?[A-Z]\w*[A-Z]\w*)")]
    private static partial Regex ComparisonPattern();

    [GeneratedRegex(@"^(In|For|With|By|To|Based on|Through|Using|Compared to)( [^,.]{8,60}), ([a-z][^,;:]{30,})\.$")]
    private static partial Regex FrontPattern();
}
