using PaperChat.Text;

namespace PaperChat.Evidence;

/// <summary>The words that a name is put together from: <c>ConvLSTM</c> is <c>conv</c> and <c>lstm</c>, <c>SlowFast</c> is slow and fast.</summary>
internal static class NameParts
{
    private const int ShortestPart = 3;

    /// <summary>The analysed parts of one written word; none when it is a plain word or an acronym.</summary>
    public static IReadOnlyList<string> Of(ReadOnlySpan<char> word)
    {
        if (word.Length < 2 * ShortestPart || !word[1..].ContainsAnyInRange('A', 'Z') || !word.ContainsAnyInRange('a', 'z'))
        {
            return [];
        }

        var parts = new List<string>();
        var start = 0;
        for (var i = 1; i <= word.Length; i++)
        {
            if (i == word.Length || IsBoundary(word, i))
            {
                if (i - start >= ShortestPart && i - start < word.Length && TextAnalyzer.TermOf(word[start..i].ToString().ToLowerInvariant()) is { } term)
                {
                    parts.Add(term);
                }

                start = i;
            }
        }

        return parts;
    }

    // Before a capital after a small letter, and before the last capital of a run that a small letter follows.
    private static bool IsBoundary(ReadOnlySpan<char> word, int i) =>
        char.IsAsciiLetterUpper(word[i])
        && (!char.IsAsciiLetterUpper(word[i - 1]) || (i + 1 < word.Length && char.IsAsciiLetterLower(word[i + 1])));
}
