using System.Collections.Frozen;

namespace PaperChat.Verification;

/// <summary>
/// Verbs, adjectives and adverbs of everyday prose. They name no method, data or thing, so one that a text does not have is a way of
/// saying it, where a technical term would be another thing. Their opposites are the matter of <see cref="Opposites"/>.
/// </summary>
internal static class GeneralWords
{
    private static readonly FrozenSet<string> Words = Expand(
        """
        accept accomplish account achieve acquire act adapt add address adjust adopt affect afford aid allow amount answer appear apply appreciate
        approach arise arrange ask assemble assess assign assist assume attain attempt avoid base begin behave believe belong benefit boost
        borrow break build call capture care carry cause cease change check choose cite claim clarify collect combine compare compensate
        complement complete comprise concern conclude conduct confirm connect consider construct contribute convert convey correspond 
        cover create deal decide deem define deliver demand depend derive describe  detail determine develop devise differ direct
        disappear discover discuss display distinguish divide draw drive drop earn employ enable encourage enhance enlarge ensure equip
        establish evaluate evolve examine exceed exclude execute exhibit exist expand expect explain exploit explore extend face facilitate
        fail fall favour favor feed fill find finish fit fix follow force form fulfil fulfill gain gather generate get give go grant grow
        handle happen help highlight hinder hold identify illustrate impede implement imply improve include incorporate indicate induce
        influence inform inherit inspect integrate intend introduce invent investigate involve join judge keep know lack last lead leave let
        lie limit   live locate look lose maintain make manage mark  matter mean  meet merge mitigate modify move need
        neglect note notice obtain occur offer omit operate overcome overlook own participate pass pay perform permit pick place play push pull steer nudge shift expose catch turn grasp rest govern settle master unlock 
        possess prefer prepare present preserve prevent proceed produce promise promote propose protect prove provide pursue put raise
        reach realize realise receive recommend reflect refrain refuse regard relate rely remain remark remedy remove render replace report
        require resolve respond restrict resulting retain reveal rise run satisfy save say see seek seem select separate serve set settle
         share show shrink simplify solve span specify spend split spread stand start  stay stem step stop  strengthen strive
        struggle study succeed suffer suggest suit supply support surpass suspect sustain switch tackle take tell tend  think touch
        treat trigger try turn uncover undergo understand undertake unify use utilize utilise vary verify view want warrant work worsen yield
        """, """
        able accurate actual additional adequate ample apparent appealing appropriate available aware bad beneficial better big brief broad
        careful central certain clear close common comparable complete complex concrete considerable consistent convenient correct costly
        critical crucial current dedicated deep delicate desirable detailed different difficult direct distinct diverse due durable early easy
        effective efficient elaborate enormous entire essential earlier even evident excellent exhaustive existing expensive explicit extensive extra
        fair faithful familiar feasible few final fine flexible former free frequent fresh full fundamental further general genuine good great
        hard harmful heavy helpful high huge ideal immediate immense important impressive inadequate inherent initial interesting key large
        lasting late latter likely limited little long low main major mature meaningful mere minor more most much mutual natural necessary new next nice
        notable noteworthy novel numerous obvious occasional old open ordinary original other outstanding overall particular peculiar
        permanent plausible poor popular possible potent potential powerful practical precise preferable present principal prior profound
        prohibitive prominent promising proper quick rapid rare ready real realistic reasonable recent relevant reliable remarkable rich right
        rigorous rough same satisfactory serious several severe sharp significant similar simple slight slow small smart sole solid sound
        special specific steady still straightforward strict striking strong subsequent substantial successful successive sudden sufficient suitable superior sure
        surprising thorough tiny tough true typical ubiquitous unable unclear unique unusual urgent useful usual valuable various vast
        viable vital vivid weak whole wide worthwhile
        learn learns learned trains almost already altogether anew anyway apart later lower especially ever far indeed just mainly merely mostly nearly often once particularly perhaps
        quite rather seldom sometimes soon still then together usually very well yet always again away back forth hence instead
        ability advantage aim aspect attempt bit capability chance concept condition consequence counterpart degree difference divergence effort evidence
        fact factor feature goal group help idea insight instance issue item kind lack limitation lot majority manner matter means need number
        opportunity order pair part piece place possibility power principle purpose question range reason result role set side situation sort
        step thing time total trouble type understanding use variety view way
        """);

    public static bool Contains(string word) => Words.Contains(word);

    private static FrozenSet<string> Expand(string verbs, string adjectives)
    {
        var all = new HashSet<string>(StringComparer.Ordinal);
        foreach (var verb in verbs.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))
        {
            var root = verb[^1] == 'e' ? verb[..^1] : verb;
            var past = verb[^1] == 'y' && !"aeou".Contains(verb[^2]) ? verb[..^1] + "i" : root;
            all.UnionWith([verb, verb + "s", verb + "es", past + "es", past + "ed", root + "ing", root + verb[^1] + "ed", root + verb[^1] + "ing"]);
        }

        foreach (var adjective in adjectives.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))
        {
            // Not "sharper": what compares claims something.
            var root = adjective[..^1] + "i";
            all.UnionWith([adjective, adjective + "s", adjective[^1] is 'y' ? root + "ly" : adjective.EndsWith("le", StringComparison.Ordinal) ? root + "y" : adjective + "ly"]);
        }

        return all.ToFrozenSet(StringComparer.Ordinal);
    }
}
