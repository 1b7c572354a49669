using PaperChat.Text;

namespace PaperChat.Matching;

/// <summary>
/// A title as its <see cref="Matching.Letters"/>, without what sources put around it ("RETRACTED:", "(extended version)").
/// <see cref="Letters"/> are good until the thread reads the next title.
/// </summary>
internal readonly ref struct TitleLetters
{
    private const int LeastPart = 3;

    private static readonly string[] Before =
    [
        "[retracted]", "[withdrawn]", "retracted article:", "retracted:", "retracted article.", "withdrawn:", "withdrawn article:",
    ];

    private static readonly string[] Behind =
    [
        "(extended version)", "[extended version]", "(full version)", "(extended abstract)", "(abridged version)", "(preprint)", "[preprint]", "(technical report)", "(withdrawn)",
        "[withdrawn]", "(retracted)", "[retracted]",
    ];

    [ThreadStatic]
    private static char[]? _buffer;

    private TitleLetters(ReadOnlySpan<char> letters, int mainLength, bool isCut)
    {
        Letters = letters;
        MainLength = mainLength;
        IsCut = isCut;
    }

    public ReadOnlySpan<char> Letters { get; }

    /// <summary>How many of the letters stand before the subtitle; 0 without one.</summary>
    public int MainLength { get; }

    /// <summary>Whether the title ends with an ellipsis: a list that shows the beginning alone.</summary>
    public bool IsCut { get; }

    public static TitleLetters Of(string title)
    {
        var text = Bare(TextCleaner.Clean(title).Text, out var isCut);
        if (_buffer is not { } buffer || buffer.Length < text.Length * Matching.Letters.MostOfOne)
        {
            _buffer = buffer = new char[Math.Max(1024, text.Length * Matching.Letters.MostOfOne)];
        }

        var (length, main) = (0, 0);
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (char.IsAsciiLetterLower(c))
            {
                buffer[length++] = c;
                continue;
            }

            if (c == ' ')
            {
                continue;
            }

            if (main == 0 && length >= LeastPart && c is ':' or '?' or '-' or '\u2013' or '\u2014' && EndsMain(text, i))
            {
                main = length;
            }

            length += Matching.Letters.Write(c, buffer.AsSpan(length));
        }

        return new TitleLetters(buffer.AsSpan(0, length), length - main < LeastPart ? 0 : main, isCut);
    }

    /// <summary>The title itself.</summary>
    public static ReadOnlySpan<char> Bare(string cleaned, out bool isCut)
    {
        var text = cleaned.AsSpan().Trim();
        if (text is ['r' or 'R' or 'w' or 'W' or '[', ..])
        {
            foreach (var mark in Before)
            {
                if (text.StartsWith(mark, StringComparison.OrdinalIgnoreCase))
                {
                    text = text[mark.Length..].TrimStart();
                    break;
                }
            }
        }

        isCut = text.EndsWith("...") || text is [.., '\u2026'];
        if (text is [.., ')' or ']'])
        {
            foreach (var mark in Behind)
            {
                if (text.EndsWith(mark, StringComparison.OrdinalIgnoreCase))
                {
                    return text[..^mark.Length].TrimEnd();
                }
            }
        }

        return text;
    }

    /// <summary>Whether the main title ends at a punctuation mark.</summary>
    public static bool EndsMain(ReadOnlySpan<char> text, int at) => text[at] switch
    {
        ':' => true,
        '?' => at + 1 < text.Length && text[at + 1] == ' ',
        _ => at > 0 && at + 1 < text.Length && text[at - 1] is ' ' or '-' && text[at + 1] is ' ' or '-',
    };
}
