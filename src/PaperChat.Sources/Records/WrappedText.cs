using System.Text;

namespace PaperChat.Sources.Records;

/// <summary>Undoes the hard line breaks of services that wrap their texts: white space becomes one blank, a blank line a paragraph.</summary>
internal static class WrappedText
{
    public static string Unwrap(string text)
    {
        var unwrapped = new StringBuilder(text.Length);
        var breaks = 0;
        var blank = false;
        foreach (var character in text)
        {
            if (char.IsWhiteSpace(character) && character != '\u00A0')
            {
                blank = true;
                breaks += character == '\n' ? 1 : 0;
                continue;
            }

            if (blank && unwrapped.Length > 0)
            {
                unwrapped.Append(breaks > 1 ? "\n\n" : " ");
            }

            (blank, breaks) = (false, 0);
            unwrapped.Append(character);
        }

        return unwrapped.ToString();
    }

    /// <summary>The same on one line, for titles and names.</summary>
    public static string OneLine(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
