using System.Text;

namespace PaperChat.Models.Tokenization;

/// <summary>
/// The alphabet of byte-level BPE: every byte of the UTF-8 text as one printable letter, those of printable Latin-1 as themselves and
/// the others, in order, from U+0100 on.
/// </summary>
internal static class ByteLetters
{
    private static readonly char[] Letters = Build();

    public static string Encode(string text)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        return string.Create(bytes.Length, bytes, static (letters, from) =>
        {
            for (var i = 0; i < from.Length; i++)
            {
                letters[i] = Letters[from[i]];
            }
        });
    }

    private static char[] Build()
    {
        var letters = new char[256];
        var next = '\u0100';
        for (var i = 0; i < letters.Length; i++)
        {
            letters[i] = i is (>= '!' and <= '~') or (>= 0xA1 and <= 0xAC) or >= 0xAE ? (char)i : next++;
        }

        return letters;
    }
}
