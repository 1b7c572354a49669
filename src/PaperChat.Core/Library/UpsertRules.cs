using PaperChat.Papers;

namespace PaperChat.Library;

/// <summary>
/// Which ids lead an arriving entry to a stored paper, and which of them the paper is called by.
/// </summary>
public static class UpsertRules
{
    private const string TitlePrefix = "title:";

    /// <summary>
    /// True for an id made of the title alone, which may stand for several papers of that title: it is no proof, and papers found by it
    /// are compared by <see cref="Matching.WorkMatcher"/>. Every other id that two records share makes them one paper.
    /// </summary>
    public static bool IsTitleKey(PaperId id) => id.Value.StartsWith(TitlePrefix, StringComparison.Ordinal);

    /// <summary>The smaller, the better: arXiv, DOI, a source's own, the title's.</summary>
    public static int RankOf(PaperId id) =>
        id.Value.StartsWith("arxiv:", StringComparison.Ordinal) ? 0
        : id.Value.StartsWith("doi:", StringComparison.Ordinal) ? 1
        : IsTitleKey(id) ? 3
        : 2;
}
