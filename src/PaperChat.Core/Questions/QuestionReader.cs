using System.Text.RegularExpressions;
using PaperChat.Library;
using PaperChat.Retrieval;
using PaperChat.Text;

namespace PaperChat.Questions;

/// <summary>Reads a question: what is asked, about what, within which filters. It knows English, not the library.</summary>
public static partial class QuestionReader
{
    private static readonly string[] Countables = [.. TextAnalyzer.Analyze("items samples examples instances entries records").Select(t => t.Term)];

    private const float CommonWeight = 0.35f;

    private const int RequestWords = 4;

    // Its parts say the same; see QueryTerms.
    private const float CompoundWeight = 0.2f;

    /// <param name="text">The question as typed.</param>
    /// <param name="given">Filters set beside it.</param>
    /// <param name="hasHistory">Whether there are turns before it that it could lean on.</param>
    /// <param name="today">The day from which relative dates count.</param>
    public static QuestionReading Read(string text, SearchFilters given, bool hasHistory, DateOnly today)
    {
        var query = QueryParser.Parse(text, given, today);
        var kind = KindDetector.KindOf(query.Text);
        var terms = Terms(query.Text);
        return new QuestionReading
        {
            Text = query.Text,
            Kind = kind,
            Terms = terms,
            Parts = kind == QuestionKind.Topic ? [query.Text] : Parts(query.Text),
            Counted = Counted(query.Text),
            Asked = Asked(query.Text),
            Form = KindDetector.FormOf(query.Text),
            LeansOnHistory = hasHistory && Leans(query.Text, terms),
            Filters = query.Filters,
            Phrases = query.Phrases,
            Excluded = query.Excluded,
            Notes = query.Notes,
        };
    }

    /// <summary>The terms of a text that is not typed as a query, such as a part of a question or a claim.</summary>
    public static IReadOnlyList<QuestionTerm> Terms(string text)
    {
        var words = TextAnalyzer.Words(text).ToDictionary(w => w.Start, w => w.Text);
        var terms = new List<QuestionTerm>();
        foreach (var token in TextAnalyzer.Analyze(text))
        {
            var surface = text.Substring(token.Start, token.Length);
            var word = words.GetValueOrDefault(token.Start, surface);
            var isName = IsName(text, token);
            if ((!isName && (QuestionWords.IsAsking(word) || IsRequest(word, token.Position))) || terms.Any(t => t.Term == token.Term))
            {
                continue;
            }

            var weight = QueryTerms.IsCompound(text, token) ? CompoundWeight : !isName && QuestionWords.IsCommon(word) ? CommonWeight : 1f;
            terms.Add(new QuestionTerm(token.Term, surface, token.Position, weight, isName) { Start = token.Start, Related = Thesaurus.Of(token.Term) });
        }

        return terms;
    }

    // "Summarise the paper ..." asks; what a method summarises is asked about.
    private static bool IsRequest(string word, int position) => position < RequestWords && (word is "summarise" or "summarize");

    // A capital inside, a digit with letters, or a capital that no sentence start explains.
    private static bool IsName(string text, Token token)
    {
        var surface = text.AsSpan(token.Start, token.Length);
        if (!surface.ContainsAnyInRange('A', 'Z'))
        {
            return surface.ContainsAnyInRange('0', '9') && surface.ContainsAnyInRange('a', 'z');
        }

        if (surface[1..].ContainsAnyInRange('A', 'Z') || surface.ContainsAnyInRange('0', '9'))
        {
            return true;
        }

        var before = text.AsSpan(0, token.Start).TrimEnd();
        return before.Length > 0 && before[^1] is not ('.' or '?' or '!' or ':');
    }

    private static string[] Counted(string text) =>
        CountPattern().Match(text) is { Success: true } match
            ? [.. TextAnalyzer.Analyze(match.Groups["what"].Value).Select(t => t.Term).Take(3).SelectMany(Counting)]
            : [];

    // Who asks for items means whatever the paper counts them as.
    private static IEnumerable<string> Counting(string term) => Countables.Contains(term) ? Countables : [term];

    // "Which GPU was ..." asks for a GPU; "what is ..." and "what do ..." name no kind of thing.
    private static string? Asked(string text) =>
        AskedPattern().Match(text) is { Success: true } match
            ? TextAnalyzer.Analyze(match.Groups["what"].Value).Select(t => t.Term).FirstOrDefault()
            : null;

    private static string[] Parts(string text)
    {
        var parts = PartPattern().Split(text).Select(p => p.Trim()).Where(p => Terms(p).Any(t => t.Weight >= 1)).ToArray();
        return parts.Length is > 1 and <= 5 ? parts : [text];
    }

    private static bool Leans(string text, IReadOnlyList<QuestionTerm> terms) =>
        ContinuationPattern().IsMatch(text)
        || (terms.Count(t => t.IsName) <= 1 && PronounPattern().Matches(text).Any(p => !IsOwn(p, terms)))
        || (terms.Count(t => t.Weight >= 1) <= 1 && !KindDetector.NamesPapers(text));

    // "How does LITA ... in its architecture?": the name before it is whose it is, not the turn before.
    private static bool IsOwn(Match pronoun, IReadOnlyList<QuestionTerm> terms) =>
        pronoun.Value.ToLowerInvariant() is "its" or "their" or "his" or "her" && terms.Any(t => t.IsName && t.Start >= 0 && t.Start < pronoun.Index);

    [GeneratedRegex(@"\b(?:how\s+many|how\s+much|number\s+of)\s+(?<what>[^?,.;]{1,60})", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex CountPattern();

    [GeneratedRegex(@"\b(?:which|what|how\s+many|how\s+much)\s+(?!(?:is|are|was|were|do|does|did|can|could|has|have|had|of|in|on|at|to|the|a|an|kinds?|sorts?|types?|happens|makes|papers?|works?|studies|about|else)\b)(?<what>[\w\-]+(?:\s+[\w\-]+)?)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex AskedPattern();

    [GeneratedRegex(@"\s*,?\s+and\s+|\s+(?:vs\.?|versus|compared\s+(?:to|with)|or)\s+|\s*[,;]\s+", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex PartPattern();

    [GeneratedRegex(@"^\s*(?:and|but|so|also|what\s+about|how\s+about|what\s+else|why\s*\??$|how\s*\??$|which\s+(?:one|of)|then)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex ContinuationPattern();

    [GeneratedRegex(@"\b(?:it|its|they|them|their|theirs|this|these|those|that|he|she|his|her|the\s+(?:authors?|paper|method|model|approach|former|latter))\b(?!\s+is\s+there)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex PronounPattern();
}
