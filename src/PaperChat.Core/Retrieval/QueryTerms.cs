using PaperChat.Text;

namespace PaperChat.Retrieval;

/// <summary>The weighted terms of a query for a lexical search.</summary>
internal static class QueryTerms
{
    // A compound stands beside its parts in index and query; at full weight a hyphen would make two words count three times.
    private const float CompoundWeight = 0.2f;

    /// <summary>Every occurrence of a word counts once, as in the original BM25, and a compound for less.</summary>
    public static Dictionary<string, float> Of(string text)
    {
        var terms = new Dictionary<string, float>(StringComparer.Ordinal);
        var tokens = TextAnalyzer.Analyze(text);
        foreach (var token in tokens)
        {
            var weight = IsCompound(text, token) ? CompoundWeight : 1f;
            terms[token.Term] = terms.GetValueOrDefault(token.Term) + weight;
        }

        return terms;
    }

    /// <summary>True for the joined form of a word of two hyphenated parts.</summary>
    public static bool IsCompound(string text, Token token) =>
        text.AsSpan(token.Start, token.Length).IndexOfAny('-', '\u2010', '\u2011') > 0;
}
