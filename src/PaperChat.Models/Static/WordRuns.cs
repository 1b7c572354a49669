namespace PaperChat.Models.Static;

/// <summary>The runs of <c>[a-z0-9]+</c> in the lower-case form of a text, hashed while they are read.</summary>
internal ref struct WordRuns(ReadOnlySpan<char> text)
{
    // Lower-case letter or digit by character code; zero for everything that separates. Two letters beyond ASCII have a lower-case
    // form that begins with an ASCII letter: the Kelvin sign (k) and the dotted capital I (i and a combining dot, which separates).
    private static readonly byte[] Lower = BuildLower();

    private const char DottedI = '\u0130';
    private const char Kelvin = '\u212A';

    private readonly ReadOnlySpan<char> _text = text;
    private int _next;

    /// <summary>The run as it stands in the text, before lower-casing.</summary>
    public ReadOnlySpan<char> Current { get; private set; }

    /// <summary><see cref="TokenHash.OfWord"/> of the lower-case run.</summary>
    public ulong Hash { get; private set; }

    public bool HasDigit { get; private set; }

    public static char ToLower(char letter) => (char)LowerOf(letter);

    public bool MoveNext()
    {
        var i = _next;
        while (i < _text.Length && LowerOf(_text[i]) == 0)
        {
            i++;
        }

        var start = i;
        var hash = 0ul;
        var chunk = 0ul;
        var shift = 0;
        var digits = false;
        byte lower;
        while (i < _text.Length && (lower = LowerOf(_text[i])) != 0)
        {
            chunk |= (ulong)lower << shift;
            digits |= lower <= '9';
            shift += 8;
            if (shift == 64)
            {
                hash = TokenHash.Mix(hash ^ chunk);
                chunk = 0;
                shift = 0;
            }

            if (_text[i++] == DottedI)
            {
                break;
            }
        }

        _next = i;
        Current = _text[start..i];
        Hash = shift == 0 ? hash : TokenHash.Mix(hash ^ chunk);
        HasDigit = digits;
        return i > start;
    }

    private static byte LowerOf(char letter) => letter < Lower.Length ? Lower[letter] : letter == Kelvin ? (byte)'k' : (byte)0;

    private static byte[] BuildLower()
    {
        var table = new byte[DottedI + 1];
        for (var c = 'a'; c <= 'z'; c++)
        {
            table[c] = table[c - 'a' + 'A'] = (byte)c;
        }

        for (var c = '0'; c <= '9'; c++)
        {
            table[c] = (byte)c;
        }

        table[DottedI] = (byte)'i';
        return table;
    }
}
