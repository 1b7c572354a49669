namespace PaperChat.Text;

/// <summary>
/// How many tokens a language model makes of a text, roughly: a token for four characters of a word (of other scripts one each), and
/// one for each sign. Meant for budgets, on the safe side of English prose.
/// </summary>
public static class TokenEstimate
{
    private const int CharactersOfToken = 4;

    public static int Of(ReadOnlySpan<char> text) => Count(text, int.MaxValue).Tokens;

    /// <summary>The beginning of a text that has at most so many tokens.</summary>
    public static string Cut(string text, int tokens)
    {
        ArgumentNullException.ThrowIfNull(text);
        var length = Count(text, tokens).Length;
        return length == text.Length ? text : text[..(length > 0 && char.IsHighSurrogate(text[length - 1]) ? length - 1 : length)];
    }

    private static (int Tokens, int Length) Count(ReadOnlySpan<char> text, int most)
    {
        var tokens = 0;
        var run = 0;
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (char.IsAsciiLetter(c))
            {
                run++;
                if (run % CharactersOfToken != 1)
                {
                    continue;
                }
            }
            else
            {
                run = 0;
                if (char.IsWhiteSpace(c))
                {
                    continue;
                }
            }

            if (tokens == most)
            {
                return (tokens, i);
            }

            tokens++;
        }

        return (tokens, text.Length);
    }
}
