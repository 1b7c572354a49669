using PaperChat.Text;

namespace PaperChat.Matching;

/// <summary>The first <see cref="Letters"/> of an abstract, without the word "Abstract" before it.</summary>
internal static class AbstractBeginning
{
    // So much of the stored text holds enough letters, also with formulas in it.
    private const int MostRead = 400;

    public static int Of(string text, Span<char> letters)
    {
        var read = text.AsSpan(0, Math.Min(text.Length, MostRead));
        if (read[..Math.Min(read.Length, letters.Length * 2)].ContainsAny("\\${<"))
        {
            read = TextCleaner.Clean(read.ToString()).Text;
        }

        read = read.TrimStart();
        if (read.StartsWith("abstract", StringComparison.OrdinalIgnoreCase))
        {
            read = read["abstract".Length..];
        }

        var length = 0;
        Span<char> more = stackalloc char[Letters.MostOfOne];
        foreach (var c in read)
        {
            if (char.IsAsciiLetterLower(c))
            {
                letters[length++] = c;
            }
            else if (c != ' ')
            {
                var count = Math.Min(Letters.Write(c, more), letters.Length - length);
                more[..count].CopyTo(letters[length..]);
                length += count;
            }

            if (length == letters.Length)
            {
                break;
            }
        }

        return length;
    }
}
