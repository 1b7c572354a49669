using System.Collections.Frozen;
using System.Text.RegularExpressions;
using PaperChat.Text;

namespace PaperChat.Review;

/// <summary>Takes a text apart into words and guesses from lists and endings what each may be in a noun phrase.</summary>
internal static partial class PhraseWords
{
    private static readonly FrozenSet<string> Articles = Set("a an each every another one any no");

    private static readonly FrozenSet<string> Edges = Set(
        """
        the our their its this these those that such some many several various multiple most all both other two three four five more
        of in on for with by from to at into over under between across through via using without within towards toward against during
        beyond among along around per as than upon onto behind
        """);

    private static readonly FrozenSet<string> Conjunctions = Set("and or nor but & versus vs");

    private static readonly FrozenSet<string> Copulas = Set("is are was were be been being am remain remains become becomes seem seems");

    // Verbs whose forms are never part of a name.
    private static readonly FrozenSet<string> Verbs = Forms(
        """
        achieve propose present introduce show demonstrate improve outperform enable allow require provide utilize employ leverage exploit
        apply address tackle solve explore investigate examine analyze analyse evaluate compare reduce increase enhance produce create
        capture ensure combine integrate incorporate extend minimize maximize perform conduct develop construct release publish suffer
        struggle fail rely depend lead make take give find obtain yield observe reveal suggest indicate prove establish derive consider
        assume aim seek attempt discuss describe report include contain need want help keep get go come hold know mean offer support
        serve follow occur exist arise appear interact surpass exceed adopt choose decide bring lack use see consist comprise propagate
        mitigate alleviate overcome facilitate highlight uncover rethink revisit understand facilitate boost suffer simplify accelerate
        unify harness benefit reflect augment involve determine identify ignore neglect avoid prevent introduce outline hinder limit
        lie pose differ vary hinge tend thrive emerge incur
        """).Concat(Set("can could may might must shall should will would do does did has have having had cannot showing given based led made found shown taken known used seen built driven")).ToFrozenSet(StringComparer.Ordinal);

    // Verbs whose participles say something ("retrieved documents"), while their other forms begin no name.
    private static readonly FrozenSet<string> BareVerbs = Forms(
        """
        execute protect detect defend inject generate predict preserve encode decode retrieve classify recognize recognise estimate optimize
        optimise adapt select remove recover infer interpret assess translate summarize summarise recommend transform align reconstruct
        approximate aggregate verify validate defeat monitor assist answer resolve synthesize manipulate reproduce expand restrict inform
        """).Where(f => !f.EndsWith("ed", StringComparison.Ordinal)).ToFrozenSet(StringComparer.Ordinal);

    // They keep their capital wherever they stand.
    private static readonly FrozenSet<string> Proper = Set(
        "African American Arabic Indian Chinese German English Dutch European Asian Japanese French Spanish Korean Turkish Bayesian Gaussian Markov Hamiltonian Riemannian Bellman Monte Carlo Turing Mamba Transformer Internet Web");

    private static readonly FrozenSet<string> Adjectives = Set(
        """
        small large long short deep high low new old good best better novel robust efficient effective consistent dependent independent
        different recent present relevant redundant latent coherent recurrent convergent sufficient prominent apparent frequent intelligent
        invariant equivariant complex simple common rare sparse dense fast slow strong weak hard easy broad narrow wide full empty real fine
        coarse raw rich poor similar linear nonlinear bilinear convex concave discrete continuous abstract explicit implicit extrinsic
        intrinsic private public secure safe unsafe fair unfair biased unbiased hidden open closed early late modern classic smooth rigid
        local global multi single double triple soft mere key main major minor first second third last next previous current future prior
        offline online unseen unknown due aware specific free diverse accurate precise exact approximate optimal adequate appropriate
        separate distinct compact bounded finite infinite automated unlabeled labeled resource-constrained
        american african arabic indian chinese german english dutch european asian japanese french spanish
        """);

    // Nouns with the ending of an adjective or adverb.
    private static readonly FrozenSet<string> Nouns = Set(
        """
        retrieval signal goal proposal removal appraisal approval survival denial trial manual interval journal portal crystal animal metal
        hospital capital potential material principal tutorial referral withdrawal arrival renewal rival dismissal betrayal terminal
        topic logic metric music traffic clinic heuristic statistic dynamic rhetoric mechanic critic graphic arithmetic synthetic physic
        objective perspective narrative derivative archive drive alternative incentive directive primitive motive initiative representative
        family anomaly assembly reply supply monopoly ally vocabulary dictionary summary boundary library glossary commentary adversary
        speed need feed seed weed bed embed breed video-feed table variable cable syllable label image language vertebrate debate climate
        graph paragraph token question convolution
        """);

    /// <summary>The words in order; what stands between two of them, <see cref="Adjoin"/> tells.</summary>
    public static List<PhraseWord> Of(string text) => [.. WordForm().Matches(text).Select(m => new PhraseWord(m.Value, m.Index, StemOf(m.Value), ClassOf(m.Value)))];

    /// <summary>Whether nothing but a space is between two words.</summary>
    public static bool Adjoin(string text, PhraseWord first, PhraseWord second) => second.Start == first.End + 1 && text[first.End] == ' ';

    /// <summary>A word that stands where every word has a capital, without it: "Fine-Tuning" is "fine-tuning", "BERT" stays.</summary>
    public static string Lower(string word) => string.Join('-', word.Split('-').Select(part =>
        part.Length > 1 && char.IsUpper(part[0]) && part.AsSpan(1).IndexOfAnyInRange('A', 'Z') < 0 && !part.Any(char.IsDigit) && !Proper.Contains(part)
            ? char.ToLowerInvariant(part[0]) + part[1..]
            : part));

    private static string? StemOf(string word)
    {
        string[] parts = [.. TextAnalyzer.Words(word).Select(w => w.Text)];
        return parts.Length == 0 || parts.All(p => TextAnalyzer.TermOf(p) is null) ? null
            : parts.Length == 1 ? TextAnalyzer.TermOf(parts[0])
            : TextAnalyzer.TermOf(string.Concat(parts)) ?? string.Concat(parts);
    }

    private static PhraseWordClass ClassOf(string word)
    {
        var lower = word.ToLowerInvariant();
        return Articles.Contains(lower) ? PhraseWordClass.Article
            : Edges.Contains(lower) ? PhraseWordClass.Edge
            : Conjunctions.Contains(lower) ? PhraseWordClass.Conjunction
            : Copulas.Contains(lower) ? PhraseWordClass.Copula
            : Verbs.Contains(lower) || BareVerbs.Contains(lower) ? PhraseWordClass.Verb
            : StopWords.Contains(lower) || (lower.EndsWith("ly", StringComparison.Ordinal) && !Nouns.Contains(lower)) || lower[0] is >= '0' and <= '9' ? PhraseWordClass.Other
            : IsModifier(word, lower) ? PhraseWordClass.Modifier
            : PhraseWordClass.Noun;
    }

    private static bool IsModifier(string word, string lower)
    {
        var last = lower.Split('-', '/')[^1];
        if (Nouns.Contains(lower) || Nouns.Contains(last) || word.Skip(1).Any(char.IsUpper))
        {
            return false;
        }

        return Adjectives.Contains(lower) || Adjectives.Contains(last) || (lower.Contains('-', StringComparison.Ordinal) ? !NounOfCompound().IsMatch(last) : AdjectiveEnding().IsMatch(lower));
    }

    private static FrozenSet<string> Set(string words) =>
        words.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).ToFrozenSet(StringComparer.Ordinal);

    // "use", "uses", "used", "using"; "apply", "applies", "applied", "applying".
    private static IEnumerable<string> Forms(string verbs)
    {
        foreach (var verb in Set(verbs))
        {
            var stem = verb.EndsWith('e') ? verb[..^1] : verb;
            var isY = verb.EndsWith('y') && !"aeiou".Contains(verb[^2], StringComparison.Ordinal);
            yield return verb;
            yield return isY ? verb[..^1] + "ies" : verb.EndsWith("ss", StringComparison.Ordinal) ? verb + "es" : verb + "s";
            yield return isY ? verb[..^1] + "ied" : stem + "ed";
            yield return stem + "ing";
        }
    }

    [GeneratedRegex(@"[\p{L}\p{N}&]+(?:[-‐/'’][\p{L}\p{N}]+)*", RegexOptions.CultureInvariant)]
    private static partial Regex WordForm();

    [GeneratedRegex(@"(?:ful|less|ous|able|ible|ic|al|ive|ary|ular|wise|like|ed|ese|ward)$", RegexOptions.CultureInvariant)]
    private static partial Regex AdjectiveEnding();

    // "fine-tuning", "cross-validation", "hyper-networks": other compounds stand before nouns ("few-shot", "data-driven").
    [GeneratedRegex(@"(?:ing|tion|sion|ment|ness|ity|ance|ence|ism|ship|er|ors?|[^suil]s|attention|network|model|graph|gan)$", RegexOptions.CultureInvariant)]
    private static partial Regex NounOfCompound();
}
