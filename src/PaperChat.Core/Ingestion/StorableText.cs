namespace PaperChat.Ingestion;

/// <summary>Texts as a database and UTF-8 can keep them.</summary>
internal static class StorableText
{
    /// <summary>The text, of the same length, with U+FFFD for NUL and for surrogates without their other half.</summary>
    public static string Of(string text)
    {
        if (!text.AsSpan().ContainsAnyInRange('\uD800', '\uDFFF') && !text.Contains('\0'))
        {
            return text;
        }

        return string.Create(text.Length, text, static (buffer, source) =>
        {
            for (var i = 0; i < source.Length; i++)
            {
                if (i + 1 < source.Length && char.IsSurrogatePair(source[i], source[i + 1]))
                {
                    buffer[i] = source[i];
                    buffer[i + 1] = source[i + 1];
                    i++;
                }
                else
                {
                    buffer[i] = source[i] == '\0' || char.IsSurrogate(source[i]) ? '\uFFFD' : source[i];
                }
            }
        });
    }
}
