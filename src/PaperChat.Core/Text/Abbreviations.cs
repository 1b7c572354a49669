using System.Collections.Frozen;

namespace PaperChat.Text;

/// <summary>Words whose stop does not, or does not always, end a sentence; and words that often begin one.</summary>
internal static class Abbreviations
{
    private static readonly FrozenSet<string> Never = Set("""
        e.g eg i.e ie cf c.f viz vs v.s w.r.t wrt a.k.a aka approx resp ca circa incl esp s.t
        Dr Prof Mr Mrs Ms Mx St Mt Messrs Hon Rev Capt Lt Sgt Gen Col Gov Sen Rep Assoc Asst
        """);

    private static readonly FrozenSet<string> BeforeNumber = Set("""
        fig figs eq eqs eqn eqns sec secs sect tab tabs tbl ref refs thm prop def defn lem cor alg algo ch chap app no nos nr num vol
        vols p pp art ver v para ex iss
        jan feb mar apr jun jul aug sep sept oct nov dec
        """);

    private static readonly FrozenSet<string> MayEnd = Set("""
        al inc ltd co corp jr sr llc dept univ i.i.d iid a.m p.m am pm ph.d phd m.sc b.sc m.d u.s u.k u.n e.u u.s.a d.c sp spp subsp
        ed eds trans proc conf int intl nat natl
        """);

    private static readonly FrozenSet<string> StarterWords = Set("""
        the we this these those our in it its to for on as at by with from if when while where although though because since despite
        however moreover furthermore additionally also finally thus hence therefore then here there specifically notably
        consequently meanwhile nevertheless nonetheless conversely similarly instead indeed overall first second third lastly
        next further besides experiments experimental results extensive empirically theoretically based using given unlike
        through under after before during among between both each all many most several some such an that they their what which
        how why can code motivated inspired compared combined towards within without
        """);

    /// <summary>"Dr.", "e.g.": never the end of a sentence.</summary>
    public static bool NeverEnds(ReadOnlySpan<char> word) => Contains(Never, word) || IsLowerFormIn(Never, word);

    /// <summary>"Fig.", "No.": not the end before a number or a label.</summary>
    public static bool StandsBeforeNumber(ReadOnlySpan<char> word) => IsLowerFormIn(BeforeNumber, word);

    /// <summary>"et al.", "Inc.": the end only where a new sentence plainly begins.</summary>
    public static bool MayEndSentence(ReadOnlySpan<char> word) => IsLowerFormIn(MayEnd, word);

    /// <summary>"The", "We", "However": words that begin sentences far more often than they follow an abbreviation.</summary>
    public static bool IsStarter(ReadOnlySpan<char> word) => IsLowerFormIn(StarterWords, word);

    private static FrozenSet<string> Set(string words) =>
        words.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).ToFrozenSet(StringComparer.Ordinal);

    private static bool Contains(FrozenSet<string> set, ReadOnlySpan<char> word) =>
        set.GetAlternateLookup<ReadOnlySpan<char>>().Contains(word);

    // The word itself may be written "Fig" or "FIG"; "Never" holds titles such as "Dr", which "dr" is not.
    private static bool IsLowerFormIn(FrozenSet<string> set, ReadOnlySpan<char> word)
    {
        if (word.Length is 0 or > 16)
        {
            return false;
        }

        Span<char> lower = stackalloc char[word.Length];
        word.ToLowerInvariant(lower);
        return Contains(set, lower);
    }
}
