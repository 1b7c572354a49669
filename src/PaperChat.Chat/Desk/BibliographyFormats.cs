using PaperChat.Bibliography;

namespace PaperChat.Chat.Desk;

/// <summary>The formats of a bibliography by the names that the user gives them.</summary>
internal static class BibliographyFormats
{
    public const string Default = "bibtex";

    private static readonly Dictionary<string, BibliographyFormat> ByName = new(StringComparer.OrdinalIgnoreCase)
    {
        [Default] = BibliographyFormat.Bibtex,
        ["ris"] = BibliographyFormat.Ris,
        ["csl-json"] = BibliographyFormat.CslJson,
        ["apa"] = BibliographyFormat.Apa,
    };

    public static IReadOnlyCollection<string> Names => ByName.Keys;

    /// <summary>Of one of <see cref="Names"/>.</summary>
    public static BibliographyFormat Parse(string name) => ByName[name];

    public static bool TryParse(string name, out BibliographyFormat format) => ByName.TryGetValue(name, out format);
}
