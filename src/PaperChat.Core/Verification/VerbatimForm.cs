namespace PaperChat.Verification;

/// <summary>Text in the form in which verbatim sentences are compared: quotation marks and dashes of one kind; length unchanged.</summary>
internal static class VerbatimForm
{
    public static string Of(string text) => text
        .Replace('’', '\'').Replace('‘', '\'').Replace('“', '"').Replace('”', '"')
        .Replace('\u2010', '-').Replace('\u2011', '-').Replace('–', '-').Replace('—', '-').Replace('\u00A0', ' ');

    /// <summary>True where a passage begins and ends with a sentence, so that nothing before or after it can change what it says.</summary>
    public static bool IsWhole(string text, int start, int length)
    {
        var before = start;
        while (before > 0 && char.IsWhiteSpace(text[before - 1]))
        {
            before--;
        }

        var end = start + length;
        var begins = before == 0 || (before < start && text[before - 1] is '.' or '!' or '?' or ')' or '"' or '\'' or ':' or ';');
        var ends = end == text.Length || (char.IsWhiteSpace(text[end]) && text[end - 1] is '.' or '!' or '?' or ')' or '"' or '\'')
            || (text[end] is '.' or '!' or '?' or ';' && (end + 1 == text.Length || char.IsWhiteSpace(text[end + 1])));
        return begins && ends;
    }
}
