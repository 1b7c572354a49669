namespace PaperChat.Bibliography;

/// <summary>
/// Makes plain text of a BibTeX value: accents and symbols become characters, braces and changes of font go, formulas stay as they
/// are. A command that means nothing here stays too.
/// </summary>
public static class LatexDecoder
{
    public static string Decode(string latex)
    {
        ArgumentNullException.ThrowIfNull(latex);
        return new LatexReading(latex).Run();
    }
}
