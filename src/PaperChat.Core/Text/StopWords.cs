using System.Collections.Frozen;

namespace PaperChat.Text;

/// <summary>Function words that say nothing about a paper's subject; left out of index and query.</summary>
internal static class StopWords
{
    private static readonly FrozenSet<string> Words = """
        a about above after again all also am an and any are as at be because been before being between both but by can could did do
        does doing during each either et etc for from further had has have having he her here hers herself him himself his how however
        i if in into is it its itself just may me might more most must my myself nor of on once only or other our ours ourselves out
        over own shall she should so some such than that the their theirs them themselves then there these they this those through
        thus to too under until up upon us very was we were what when where whether which while who whom whose why will with within
        would yet you your yours al s t ll re ve
        """.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).ToFrozenSet(StringComparer.Ordinal);

    public static bool Contains(string word) => Words.Contains(word);
}
