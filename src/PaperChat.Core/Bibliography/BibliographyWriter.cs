using PaperChat.Papers;

namespace PaperChat.Bibliography;

/// <summary>
/// Writes papers as a bibliography that the readers of the same formats take back to the same papers. What a paper lacks is left out.
/// </summary>
public static class BibliographyWriter
{
    /// <summary>One entry a paper, in the order given; a paper that comes twice has one entry.</summary>
    public static IReadOnlyList<BibliographyEntry> Entries(IReadOnlyList<Paper> papers, BibliographyFormat format, bool withAbstracts)
    {
        ArgumentNullException.ThrowIfNull(papers);
        Paper[] once = [.. papers.DistinctBy(p => p.Id)];
        var keys = CitationKeys.Of(once);
        return [.. once.Select(p => new BibliographyEntry(keys[p.Id], p, Text(p, keys[p.Id], format, withAbstracts)))];
    }

    /// <summary>The entries as one file, which ends with a line break.</summary>
    public static string Join(IReadOnlyList<BibliographyEntry> entries, BibliographyFormat format)
    {
        ArgumentNullException.ThrowIfNull(entries);
        var texts = entries.Select(e => e.Text);
        return format == BibliographyFormat.CslJson
            ? "[\n" + string.Join(",\n", texts) + "\n]\n"
            : string.Join(format == BibliographyFormat.Apa ? "\n" : "\n\n", texts) + "\n";
    }

    private static string Text(Paper paper, string key, BibliographyFormat format, bool withAbstract) => format switch
    {
        BibliographyFormat.Bibtex => BibtexEntry.Write(paper, key, withAbstract),
        BibliographyFormat.Ris => RisEntry.Write(paper, key, withAbstract),
        BibliographyFormat.CslJson => CslItem.Write(paper, key, withAbstract),
        BibliographyFormat.Apa => ApaReference.Write(paper),
        _ => throw new ArgumentOutOfRangeException(nameof(format), format, "Unknown format."),
    };
}
