using System.Collections.Frozen;

namespace PaperChat.Verification;

/// <summary>Words that deny what follows, and the wider set of words in whose company a statement may be a denied one.</summary>
internal static class NegativeWords
{
    private static readonly FrozenSet<string> Negators = Set(
        """
        not no never cannot neither nor without none nothing nowhere fail fails failed failing unable hardly scarcely lack lacks lacked
        lacking isn aren wasn weren doesn don didn won wouldn couldn shouldn hasn haven hadn incapable inability refuses refuse nobody
        """);

    private static readonly string[] Adjectives = ["ent", "ive", "able", "ible", "ful", "ous", "ant", "ate"];

    private static readonly FrozenSet<string> Company = Set(
        """
        absence absent difficult difficulty hard harder challenging challenge limited limit limits limitation limitations struggle struggles
        infeasible impossible rather instead only avoid avoids avoiding prevent prevents preventing remove removes removing removed eliminate
        eliminates eliminating free less fewer little few rarely seldom barely ignore ignores ignoring neglect neglects neglecting overlook overlooks
        overlooked discard discards insufficient inadequate unexplored missing agnostic exclude excludes independent regardless
        prohibitive prohibitively poor poorly underexplored unclear unknown obstruct hinder hinders hindered alleviate loses lose
        mystery unlike beyond dispense rid obviates obviating irrespective untouched negligible suffer suffers lost omit
        omits omitting shortcomings contrary outside except unnecessary unlikely discarding bypass bypasses bypassing reject rejects
        unaffected short non challenges obstacle obstacles trouble struggling hamper hampers hampered hampering gap gaps devoid shortcoming unable underperform underperforms impractical impracticable unavailable unsupervised inferior burden burdensome laborious costly failure failures scarce deny denies unchanged unaware drop drops dropping skip skips skipping miss misses missed
        """);

    /// <summary>"not", "without", "fails to" and their like; not "not only".</summary>
    public static bool IsNegator(ClaimText text, int word) =>
        (Negators.Contains(text.Words[word].Text) && !Denial.IsNotOnly(text, word))
        || (text.Words[word].Text is "non" && TermIndex.JoinedWith(text, word) is not null)
        || (text.Words[word].Text is "sub" && TermIndex.JoinedWith(text, word) is "suboptimal" or "subpar")
        || IsLess(text, word);

    // "less efficient" denies "efficient"; "less memory" denies nothing.
    private static bool IsLess(ClaimText text, int word) =>
        text.Words[word].Text == "less" && Enumerable.Range(word + 1, Math.Max(0, Math.Min(2, text.Words.Count - word - 1)))
            .Any(i => text.Words[i].Text is "well" || (i == word + 1 || TermIndex.JoinedWith(text, word + 1) is not null) && Array.Exists(Adjectives, e => text.Words[i].Text.EndsWith(e, StringComparison.Ordinal)));

    public static bool IsNegative(string word) =>
        Negators.Contains(word) || Company.Contains(word);

    private static FrozenSet<string> Set(string words) =>
        words.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).ToFrozenSet(StringComparer.Ordinal);
}
