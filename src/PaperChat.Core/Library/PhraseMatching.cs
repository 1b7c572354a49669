using PaperChat.Text;

namespace PaperChat.Library;

/// <summary>
/// What "terms in a row" means to every library. Terms are numbered by place: stop words take none, and a compound takes the
/// place of its first part (of its second, when the first is a stop word). A phrase stands in a text when each of its terms
/// stands at the place after the one before; a compound and its part, next to each other in the phrase, share a place.
/// </summary>
public static class PhraseMatching
{
    /// <summary>The place of each token, not decreasing, from 0.</summary>
    public static int[] Places(IReadOnlyList<Token> tokens)
    {
        ArgumentNullException.ThrowIfNull(tokens);
        var places = new int[tokens.Count];
        Places(tokens as Token[] ?? [.. tokens], places);
        return places;
    }

    /// <summary>The same into memory of the caller, one place a token.</summary>
    public static void Places(ReadOnlySpan<Token> tokens, Span<int> places)
    {
        var counter = new PlaceCounter();
        for (var i = 0; i < tokens.Length; i++)
        {
            places[i] = counter.Next(tokens[i].Start, tokens[i].Length, tokens[i].Position);
        }
    }

    /// <summary>
    /// Whether a phrase stands in a text, of which only the places of each of its terms are known (ascending, one list a term of
    /// the phrase). An empty phrase stands in every text.
    /// </summary>
    public static bool Contains(IReadOnlyList<string> phrase, IReadOnlyList<IReadOnlyList<int>> places)
    {
        ArgumentNullException.ThrowIfNull(phrase);
        ArgumentNullException.ThrowIfNull(places);
        if (phrase.Count == 0)
        {
            return true;
        }

        var ends = new HashSet<int>(places[0]);
        for (var i = 1; i < phrase.Count && ends.Count > 0; i++)
        {
            var mayShare = phrase[i] != phrase[i - 1];
            var before = ends;
            ends = [.. places[i].Where(p => before.Contains(p - 1) || (mayShare && before.Contains(p)))];
        }

        return ends.Count > 0;
    }

    /// <summary>Whether a phrase stands in an analysed text.</summary>
    public static bool Contains(IReadOnlyList<string> phrase, IReadOnlyList<Token> tokens)
    {
        ArgumentNullException.ThrowIfNull(phrase);
        ArgumentNullException.ThrowIfNull(tokens);
        var all = Places(tokens);
        var places = phrase.Select(term => (IReadOnlyList<int>)[.. Enumerable.Range(0, all.Length).Where(i => tokens[i].Term == term).Select(i => all[i])]);
        return Contains(phrase, [.. places]);
    }
}
