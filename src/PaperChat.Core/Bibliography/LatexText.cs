namespace PaperChat.Bibliography;

/// <summary>Plain text as LaTeX prints it: special characters escaped, accents and signs as commands.</summary>
public static class LatexText
{
    public static string Of(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return LatexEncoder.Encode(text);
    }
}
