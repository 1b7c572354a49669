namespace PaperChat.Sources.Records;

/// <summary>Splits lists that a source wrote as one text.</summary>
internal static class NameList
{
    private const StringSplitOptions Tidy = StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries;

    /// <summary>
    /// Names parted by <c>;</c>, else by <c>and</c> and commas. A comma after a single word ("Roe, Jane") is the one inside an
    /// inverted name (as BibTeX writes it) when it is the only one between two <c>and</c>s.
    /// </summary>
    public static IReadOnlyList<string> Authors(string text) => text.Contains(';')
        ? text.Split(';', Tidy)
        : [.. text.Split(" and ", Tidy).SelectMany(part => IsInverted(part) ? [part] : part.Split(',', Tidy))];

    /// <summary>Keywords, parted by <c>;</c> or else by commas.</summary>
    public static IReadOnlyList<string> Keywords(string text) => text.Split(text.Contains(';') ? ';' : ',', Tidy);

    /// <summary>Codes such as <c>cs.CL stat.ML</c>, parted by blanks, semicolons or commas.</summary>
    public static IReadOnlyList<string> Codes(string text) => text.Split([' ', '\t', '\n', ';', ','], Tidy);

    private static bool IsInverted(string part)
    {
        var pieces = part.Split(',', Tidy);
        return pieces.Length == 2 && !pieces[0].Contains(' ');
    }
}
