using System.Collections.Frozen;
using PaperChat.Text;

namespace PaperChat.Verification;

/// <summary>
/// Words that say the opposite of one another, by axis: each has two sides. A word may stand on several axes; words that differ by a
/// prefix of negation ("stable", "unstable") need no entry.
/// </summary>
internal static class Opposites
{
    private const string Axes = """
        outperform outperforms outperformed outperforming surpass surpasses surpassed surpassing exceed exceeds exceeded beat beats beating superior better best improves ahead | underperform underperforms underperformed underperforming worse inferior worst behind lag lags trail trails loses
        increase increases increased increasing raise raises raised raising grow grows higher highest greater upper boost boosts boosted boosting lift lifts rise rises improve improves improved improving enhance enhances enhanced enhancing amplify amplifies | reduce reduces reduced reducing reduction reductions lose loses losing lost loss decrease decreases decreased decreasing lower lowers lowered lowering lowest cut cuts diminish diminishes lessen lessens shrink shrinks minimize minimizes drop drops decline declines
        more greater additional | fewer less lower minimal
        many numerous most | few
        improve improves improved improving improvement improvements enhance enhances enhanced enhancing enhancement boost boosts better benefit benefits strengthen strengthens | degrade degrades degraded degrading degradation worsen worsens worsened hurt hurts harm harms impair impairs deteriorate deteriorates weaken weakens undermine undermines
        gain gains gained gaining | loss losses lose loses lost losing
        fast faster fastest quick quickly quicker rapid rapidly accelerate accelerates accelerated accelerating speedup | slow slower slowest slowly slows decelerate longer
        succeed succeeds succeeded success successful successfully well good excel excels easily | fail fails failed failing failure unsuccessful struggle struggles poor poorly bad badly challenges difficulty difficulties
        can able capable ability capability | cannot unable incapable inability
        with having contain contains | without lacking lack lacks lacked absence absent
        before prior earlier preceding antecedent | after later subsequent following
        easy easier simple simpler simplest straightforward trivial effortless easily | difficult hard harder challenging complex complicated tough challenge difficulty
        short shorter | long longer
        shallow shallower early | deep deeper deepest late later
        earliest early | latest late
        local locally | global globally
        sparse sparser sparsify sparsifies | dense denser densify densifies
        compatible complementary orthogonal | incompatible conflict conflicts
        normal | abnormal
        static fixed | dynamic dynamically
        supervised | unsupervised self-supervised
        positive positively | negative negatively
        strong stronger strongest strongly powerful | weak weaker weakly weakest
        cheap cheaper inexpensive affordable | expensive costly intractable prohibitive demanding
        small smaller smallest slight tiny minor minimal negligible little | large larger largest big bigger huge massive major substantial substantially extensive vast
        common commonly frequent often frequently always usually widely predominantly | rare rarely infrequent seldom never
        allow allows allowed allowing enable enables enabled enabling permit permits facilitate facilitates | prevent prevents prevented preventing hinder hinders block blocks prohibit prohibits preclude precludes impede impedes
        include includes including | exclude excludes excluding
        accept accepts accepted | reject rejects rejected
        maximize maximizes maximizing maximise | minimize minimizes minimizing minimise
        input inputs | output outputs
        encode encodes encoder encoding | decode decodes decoder decoding
        above | below
        advantage advantages strength strengths benefit benefits | disadvantage disadvantages drawback drawbacks weakness weaknesses
        explicit explicitly | implicit implicitly
        forward | backward
        internal | external
        top | bottom
        online | offline
        presence present | absence absent
        similar similarly same identical | different dissimilar distinct
        accurate accurately correct correctly | inaccurate inaccurately incorrect incorrectly flawed wrong erroneous
        narrow narrows close closes | widen widens wide
        simplify simplifies | complicate complicates
        preserve preserves preserving maintain maintains maintaining retain retains keep keeps strengthen strengthening | discard discarding discards destroy destroys lose loses losing lost loss remove removes eliminate eliminates
        add adds added | remove removes removed
        support supports confirm confirms corroborate corroborates agree agrees agreement consistent | contradict contradicts refute refutes oppose opposes disagree disagrees disagreement inconsistent conflict conflicts
        sufficient enough adequate | insufficient inadequate
        avoid avoids avoiding avoided prevent prevents preventing prevented mitigate mitigates | cause causes causing caused lead leads leading suffer suffers suffering induce induces
        necessary needed essential required | unnecessary needless optional redundant
        likely | unlikely
        linear | nonlinear
        private | public publicly
        new newly | old older previous earlier
        final last late | middle intermediate early
        open unlimited unrestricted unbounded | closed limited restricted bounded
        shared | separate separately
        generative | discriminative
        first | last
        low | high highly
        first former initial | second latter
        substantially substantial significantly significant considerably considerable greatly strongly heavily massive large much | modest modestly slightly marginal marginally little negligible negligibly minor hardly barely less small
        monotonic | nonmonotonic
        maintain maintains maintaining maintained preserve preserves preserving maintain maintains maintaining retain retains retaining | degrade degrades degraded degrading hurt hurts harm harms sacrifice sacrifices sacrificing worsen worsens
        first | middle
        trainable learnable | frozen fixed untrained
        important critical crucial critically essential necessary vital relevant matters | unimportant irrelevant negligible little
        middle | last
        same | different
        invariant invariance | equivariant equivariance
        harmful hurt hurts harm | helpful help helps beneficial
        optimistic | pessimistic
        vanilla | modified
        winner | loser
        upper | lower
        rise rises | fall falls
        win wins | lose loses
        better | worse
        hot | cold
        parallel concurrently simultaneously | sequential sequentially serially
        manual manually | automatic automatically
        seen known | unseen unknown novel
        inside within | outside
        start beginning | end
        coarse | fine
        teacher | student
        source | target
        generator | discriminator
        lossless | lossy
        labeled labelled annotated | unlabeled unlabelled
        homogeneous | heterogeneous
        synchronous | asynchronous
        symmetric | asymmetric
        centralized | decentralized distributed
        synthetic simulated | real real-world
        training train | inference
        directly | indirectly
        bottom-up | top-down
        minimum minimal | maximum maximal
        unaffected unchanged unharmed untouched unimpaired intact | decrease decreases reduce reduces reduced degrade degrades lower lowers improve improves increase increases affect affects alter alters impair impairs harm harms change changes hurt hurts drop drops
        equally identically | reduced lower worse degraded decline declines drop drops inferior superior
        optimal | suboptimal
        linear linearly | quadratic quadratically exponential exponentially
        single | multiple
        stable stabilize stabilizes | unstable destabilize destabilizes
        best | worst
        overestimate overestimates | underestimate underestimates
        short-term | long-term
        solve solves resolve resolves | fail fails
        encourage encourages promote promotes | discourage discourages suppress suppresses inhibit inhibits
        correlated correlate correlates | uncorrelated
        convex | concave nonconvex
        promising effective | ineffective disappointing useless
        robust robustly resistant immune | fragile brittle vulnerable sensitive susceptible susceptibility prone
        efficient efficiently | inefficient inefficiently wasteful
        prior | posterior
        male | female
        left | right
        abstractive | extractive
        monolingual | bilingual multilingual
        continuous | discrete
        vulnerable | immune
        attacker | defender
        vary varies varied varying differ differs differed vastly | same identical constant unchanged uniform alike
        limited weak poor poorly insufficient partial bad badly | close strong full perfect excellent substantial remarkable impressive expert adept proficient superior outstanding
        rose rising | fell falling
        increase increases increased increasing rose | fell
        precision | recall
        horizontal horizontally | vertical vertically
        sender | receiver
        upstream | downstream
        foreground | background
        client clients | server servers
        qualitative qualitatively | quantitative quantitatively
        deterministic deterministically | stochastic stochastically probabilistic random
        additive | multiplicative
        novice novices beginner beginners | expert experts
        majority | minority
        bias | variance
        urban | rural
        physical | virtual
        absolute | relative
        inner | outer
        men | women
        generalization generalize generalizes | memorization memorize memorizes
        recurrent | feedforward
        ignore ignores neglect neglects overlook overlooks disregard disregards | consider considers exploit exploits account respect cover covers address addresses encode encodes capture captures leverage leverages model models incorporate incorporates integrate integrates
        """;

    // From here on the sides are kinds, of which many texts have both, where before they are degrees.
    private static readonly int FirstKind = Array.FindIndex(Axes.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries), r => r == "precision | recall");

    private static readonly string[] Prefixes = ["under", "un", "in", "im", "ir", "dis", "non", "mis", "il", "de"];

    // What only looks like the negation of another word.
    private static readonly FrozenSet<string> NoNegations =
        "inform information improve improves improved improvement discover discovers display displays import impart intent inspire impress instance invent inspect discount understand understands understanding undergo undergoes undertake undertakes underpin underpins underlying underline underlines"
            .Split(' ').ToFrozenSet(StringComparer.Ordinal);

    private static readonly FrozenDictionary<string, (int Axis, bool Side)[]> Places = Build();

    public static (int Axis, bool Side)[] PlacesOf(string word) =>
        Places.GetValueOrDefault(word) ?? (TextAnalyzer.TermOf(word) is { } term ? Places.GetValueOrDefault(term) : null) ?? [];

    public static bool AreOpposed(in ClaimWord a, in ClaimWord b)
    {
        if (b.Places.Length > 0)
        {
            foreach (var (axis, side) in a.Places)
            {
                foreach (var (otherAxis, otherSide) in b.Places)
                {
                    if (axis == otherAxis && side != otherSide)
                    {
                        return true;
                    }
                }
            }
        }

        return DifferByPrefix(a.Text, b.Text) || DifferByPrefix(b.Text, a.Text);
    }

    /// <summary>True for a word that names one of two kinds and stands on no axis of degrees.</summary>
    public static bool IsKind(in ClaimWord word) => word.Places.Length > 0 && Array.TrueForAll(word.Places, p => p.Axis >= FirstKind);

    /// <summary>True for the side of less on the axes of more and less, and of better and worse.</summary>
    public static bool IsLowering((int Axis, bool Side) place) => place.Axis is 1 or 4 && !place.Side;

    /// <summary>True for "unstable" of "stable", also with another ending ("unstably").</summary>
    public static bool DifferByPrefix(string shorter, string longer)
    {
        if (shorter.Length < 4 || longer.Length < 6 || longer[0] is not ('u' or 'i' or 'd' or 'n' or 'm'))
        {
            return false;
        }

        foreach (var prefix in Prefixes)
        {
            if (longer.Length > prefix.Length + 3
                && longer.AsSpan(prefix.Length, 4).SequenceEqual(shorter.AsSpan(0, 4))
                && longer.StartsWith(prefix, StringComparison.Ordinal) && !NoNegations.Contains(longer)
                && TextAnalyzer.TermOf(longer[prefix.Length..]) is { } rest && rest == TextAnalyzer.TermOf(shorter))
            {
                return true;
            }
        }

        return false;
    }

    private static FrozenDictionary<string, (int, bool)[]> Build()
    {
        var places = new Dictionary<string, List<(int, bool)>>(StringComparer.Ordinal);
        var axis = 0;
        foreach (var row in Axes.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            var sides = row.Split('|');
            for (var side = 0; side < 2; side++)
            {
                foreach (var word in sides[side].Split(' ', StringSplitOptions.RemoveEmptyEntries))
                {
                    foreach (var key in new[] { word, TextAnalyzer.TermOf(word) ?? word }.Distinct())
                    {
                        var list = places.TryGetValue(key, out var known) ? known : places[key] = [];
                        if (!list.Contains((axis, side == 0)))
                        {
                            list.Add((axis, side == 0));
                        }
                    }
                }
            }

            axis++;
        }

        return places.ToFrozenDictionary(p => p.Key, p => p.Value.ToArray(), StringComparer.Ordinal);
    }
}
