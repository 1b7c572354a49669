namespace PaperChat.Bibliography;

/// <summary>The forms in which papers are cited.</summary>
public enum BibliographyFormat
{
    /// <summary>BibTeX, for LaTeX and Pandoc.</summary>
    Bibtex,

    /// <summary>Tagged lines, for reference managers.</summary>
    Ris,

    /// <summary>JSON of the Citation Style Language, for Zotero and Pandoc.</summary>
    CslJson,

    /// <summary>A line to read, in the manner of the American Psychological Association.</summary>
    Apa,
}
