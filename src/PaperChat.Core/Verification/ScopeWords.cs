using System.Collections.Frozen;

namespace PaperChat.Verification;

/// <summary>Words that widen a statement or make it certain, by what in a text may stand for them.</summary>
internal static class ScopeWords
{
    private static readonly (CheckFailureKind Kind, bool NeedsHead, FrozenSet<string> Strong, FrozenSet<string> Enough)[] Rows =
    [
        Row(CheckFailureKind.Scope, true, "all every any everything everyone everywhere", "each shared common exhaustive exhaustively whole entire arbitrary across universal universally both throughout"),
        Row(CheckFailureKind.Scope, false, "always invariably universally consistently constantly", "all every each consistent throughout whenever regardless"),
        Row(CheckFailureKind.Scope, false, "only solely exclusively purely", "alone just merely sole unique exclusive without except no simple simply single limited"),
        Row(CheckFailureKind.Scope, false, "entirely completely fully totally wholly perfectly", "full complete entire perfect total whole all without end-to-end"),
        Row(CheckFailureKind.Scope, false, "exact exactly perfect flawless precisely", "precise precision accurate accurately accuracy optimal optimally provably"),
        Row(CheckFailureKind.Scope, false, "never nobody impossible", "not no none without cannot fail fails unable neither infeasible"),
        Row(CheckFailureKind.Scope, false, "none", "not no never without neither any cannot unable fail fails"),
        Row(CheckFailureKind.Scope, false, "exception exceptions", ""),
        Row(CheckFailureKind.Scope, false, "regardless irrespective", "independent independently agnostic any all invariant every arbitrary across different"),
        Row(CheckFailureKind.Scope, false, "unprecedented record revolutionary groundbreaking breakthrough", ""),
        Row(CheckFailureKind.Scope, false, "majority", "most mostly predominantly largely mainly almost nearly all"),
        Row(CheckFailureKind.Scope, true, "most", "majority mostly predominantly largely mainly almost nearly all primarily often commonly typical typically main generally every"),
        Row(CheckFailureKind.Hedge, false, "prove proves proved proven proving provably definitively conclusively undoubtedly certainly inevitably", "proof proofs provable provably theorem theoretical theoretically guarantee guarantees rigorous rigorously formally analytically"),
        Row(CheckFailureKind.Hedge, false, "guarantee guarantees guaranteed guaranteeing", "ensure ensures ensuring ensured proof prove proves provable provably theorem bound bounds theoretical assure"),
    ];

    /// <summary>The class of a strong word; null for any other.</summary>
    public static int? ClassOf(string word)
    {
        for (var i = 0; i < Rows.Length; i++)
        {
            if (Rows[i].Strong.Contains(word))
            {
                return i;
            }
        }

        return null;
    }

    public static CheckFailureKind KindOf(int strongClass) => Rows[strongClass].Kind;

    /// <summary>True when a word of the class says how much of what follows it is meant.</summary>
    public static bool NeedsHead(int strongClass) => Rows[strongClass].NeedsHead;

    /// <summary>True for the class of "only", which limits what stands beside it.</summary>
    public static bool IsOnly(int strongClass) => Rows[strongClass].Strong.Contains("only");

    public static bool IsStrong(int strongClass, string word) => Rows[strongClass].Strong.Contains(word);

    public static bool IsEnough(int strongClass, string word) => Rows[strongClass].Enough.Contains(word);

    private static (CheckFailureKind, bool, FrozenSet<string>, FrozenSet<string>) Row(CheckFailureKind kind, bool needsHead, string strong, string enough) =>
        (kind, needsHead, Set(strong), Set(enough));

    private static FrozenSet<string> Set(string words) =>
        words.Split(' ', StringSplitOptions.RemoveEmptyEntries).ToFrozenSet(StringComparer.Ordinal);
}
