namespace PaperChat.Text;

/// <summary>
/// The one analyser of index and query. Words are runs of letters and digits in any script, lower case, Latin accents folded;
/// numbers keep their decimals and lose their thousands separators (<c>1,000</c> is <c>1000</c>); English words are stemmed
/// (Porter 1980); stop words are left out; a word of two hyphenated parts is indexed by its parts and joined
/// (<c>GPT-4</c>: <c>gpt</c>, <c>4</c>, <c>gpt4</c>).
/// </summary>
public static class TextAnalyzer
{
    /// <summary>Stored in a library's manifest. Changes whenever the same text could give other terms.</summary>
    public const string Version = "paperchat-en-2";

    /// <summary>Longer words are cut, so that no text can bloat the vocabulary.</summary>
    public const int MaxWordLength = 64;

    /// <summary>The terms of <paramref name="text"/> as it stands; offsets count in <paramref name="text"/>.</summary>
    public static List<Token> Analyze(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var tokens = new List<Token>(text.Length / 7 + 1);
        Analyze(text, tokens, words: null);
        return tokens;
    }

    /// <summary>Appends the terms and the words (see <see cref="Words"/>) of a text to lists, in one pass.</summary>
    public static void Analyze(string text, List<Token> tokens, List<Word>? words)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(tokens);
        var scanner = new WordScanner(text);
        while (scanner.MoveNext())
        {
            var (word, term) = TermCache.Find(scanner.Word);
            words?.Add(new Word(word, scanner.Start, scanner.Length));
            if (TermOfCompound(in scanner) is { } compound)
            {
                tokens.Add(new Token(compound, scanner.CompoundStart, scanner.Start + scanner.Length - scanner.CompoundStart, scanner.Position - 1));
            }

            if (term is not null)
            {
                tokens.Add(new Token(term, scanner.Start, scanner.Length, scanner.Position));
            }
        }
    }

    /// <summary>
    /// The terms of a stored text by way of its cleaned form (<see cref="TextCleaner"/>); offsets count in the stored text. This
    /// is what libraries index.
    /// </summary>
    public static List<Token> AnalyzeStored(string stored)
    {
        var cleaned = TextCleaner.Clean(stored);
        var tokens = Analyze(cleaned.Text);
        if (!cleaned.IsIdentity)
        {
            for (var i = 0; i < tokens.Count; i++)
            {
                var (start, length) = cleaned.ToStored(tokens[i].Start, tokens[i].Length);
                tokens[i] = tokens[i] with { Start = start, Length = length };
            }
        }

        return tokens;
    }

    /// <summary>The words of <paramref name="text"/>, stop words included, not stemmed.</summary>
    public static List<Word> Words(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var words = new List<Word>(text.Length / 6 + 1);
        var scanner = new WordScanner(text);
        while (scanner.MoveNext())
        {
            words.Add(new Word(TermCache.Find(scanner.Word).Word, scanner.Start, scanner.Length));
        }

        return words;
    }

    /// <summary>The term of one word as <see cref="Words"/> or a <see cref="WordScanner"/> gives it; null for a stop word.</summary>
    public static string? TermOf(string word) => TermOf(word.AsSpan());

    /// <inheritdoc cref="TermOf(string)"/>
    public static string? TermOf(ReadOnlySpan<char> word) => TermCache.Find(word).Term;

    private static string? TermOfCompound(in WordScanner scanner) => scanner.Compound is { Length: > 0 } compound ? TermOf(compound) : null;
}
