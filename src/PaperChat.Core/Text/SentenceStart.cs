using System.Buffers;

namespace PaperChat.Text;

/// <summary>What stands after a stop and white space.</summary>
internal readonly ref struct SentenceStart(StartKind kind, ReadOnlySpan<char> word)
{
    private static readonly SearchValues<char> LabelEnds = SearchValues.Create("0123456789.IVX");

    public StartKind Kind { get; } = kind;

    /// <summary>The first word, without opening quotes and brackets; may be empty.</summary>
    public ReadOnlySpan<char> Word { get; } = word;

    public bool StartsWithUpper => Kind == StartKind.Upper;

    /// <summary>A label such as "S1", "A.2", "IV" or "B", as it follows "Fig.".</summary>
    public bool IsLabel => Kind == StartKind.Markup
        || (Word.Length is > 0 and <= 4 && char.IsUpper(Word[0])
            && (Word.Length == 1 ? Word[0] != 'A' : !Word[1..].ContainsAnyExcept(LabelEnds)));

    public static SentenceStart Read(string text, int at)
    {
        if (at >= text.Length)
        {
            return default;
        }

        var first = text[at];
        if (first is '$' or '\\')
        {
            return new SentenceStart(StartKind.Markup, default);
        }

        if (first is '•' or '‣' or '▪' or '■' or '●')
        {
            return new SentenceStart(StartKind.Bullet, default);
        }

        if (first is '(' or '[' && IsNumbered(text, at))
        {
            return new SentenceStart(StartKind.Numbered, default);
        }

        while (at < text.Length && "([{\"'“‘«`".Contains(text[at]))
        {
            at++;
        }

        var end = at;
        while (end < text.Length && (char.IsLetterOrDigit(text[end]) || IsInner(text, end)))
        {
            end++;
        }

        var word = text.AsSpan(at, end - at);
        return new SentenceStart(KindOf(first, word), word);
    }

    private static bool IsInner(string text, int at) =>
        text[at] is '-' or '.' or '+' or '_' && at + 1 < text.Length && char.IsLetterOrDigit(text[at + 1]);

    private static StartKind KindOf(char first, ReadOnlySpan<char> word)
    {
        if (word.IsEmpty)
        {
            return char.IsSurrogate(first) ? StartKind.Bullet : StartKind.None;
        }

        if (char.IsUpper(word[0]) || IsUncased(word[0]))
        {
            return StartKind.Upper;
        }

        if (char.IsDigit(word[0]))
        {
            return first is '(' or '[' ? StartKind.None : StartKind.Number;
        }

        return IsName(word) && first is not ('(' or '[') ? StartKind.Name : StartKind.Lower;
    }

    // A letter of a script without case, which can begin a sentence anywhere.
    private static bool IsUncased(char c) => c > 0x590 && char.IsLetter(c) && !char.IsLower(c);

    // "t-SNE", "k-means", "nuScenes", "word2vec", "α-divergence": names that keep their small first letter.
    private static bool IsName(ReadOnlySpan<char> word)
    {
        if (word.Length > 2 && word[1] == '-' && !char.IsDigit(word[2]))
        {
            return true;
        }

        foreach (var c in word[1..])
        {
            if (char.IsUpper(c) || char.IsDigit(c))
            {
                return true;
            }
        }

        return word[0] is >= 'α' and <= 'ω';
    }

    // "(1)", "(ii)", "[a]": but "[12]" after a stop is a reference to it.
    private static bool IsNumbered(string text, int at)
    {
        var close = text[at] == '(' ? ')' : ']';
        var end = at + 1;
        while (end < text.Length && end - at < 5 && (char.IsAsciiDigit(text[end]) || text[end] is 'i' or 'v' or 'x' || (end == at + 1 && char.IsAsciiLetter(text[end]))))
        {
            end++;
        }

        return end > at + 1 && end - at < 4 && end + 1 < text.Length && text[end] == close && char.IsWhiteSpace(text[end + 1])
            && (close == ')' || !char.IsAsciiDigit(text[at + 1]));
    }
}
