using PaperChat.Papers;

namespace PaperChat.Library;

/// <summary>
/// How an arriving entry and a stored one become one paper, so that every library merges alike. What the entry says replaces
/// what was stored; what it leaves open stays. Text of different kinds never mixes: a summary gives way to the real paper.
/// </summary>
public static class UpsertRules
{
    private const string TitlePrefix = "title:";

    /// <summary>
    /// True for an id made of the title alone, which may stand for several papers of that title: it is no proof, and papers found by it
    /// are compared by <see cref="Matching.WorkMatcher"/>. Every other id that two records share makes them one paper.
    /// </summary>
    public static bool IsTitleKey(PaperId id) => id.Value.StartsWith(TitlePrefix, StringComparison.Ordinal);

    /// <summary>Whether a paper known as <paramref name="current"/> moves to <paramref name="other"/>: arXiv, DOI, own, title.</summary>
    public static bool IsBetter(PaperId other, PaperId current) => Rank(other) < Rank(current);

    /// <summary>
    /// Whether an entry that names <paramref name="alias"/> is the stored paper to which that id or alias leads, for a library that
    /// does not compare papers. A title alone proves nothing when both papers have ids of their own.
    /// </summary>
    public static bool MayMerge(PaperId entry, PaperId alias, PaperId stored) =>
        !IsTitleKey(alias) || IsTitleKey(entry) || IsTitleKey(stored);

    /// <summary>True when the entry must be dropped: a summary of a paper whose own text is stored.</summary>
    public static bool IsSuperseded(Paper stored, Paper arriving)
    {
        ArgumentNullException.ThrowIfNull(stored);
        ArgumentNullException.ThrowIfNull(arriving);
        return arriving.Kind == PaperKind.Summary && stored.Kind != PaperKind.Summary;
    }

    /// <summary>The paper and chunks to store under <paramref name="id"/>; equal to the stored ones when the entry adds nothing.</summary>
    public static (Paper Paper, IReadOnlyList<Chunk> Chunks) Merge(
        PaperId id, Paper stored, IReadOnlyList<Chunk> storedChunks, Paper arriving, IReadOnlyList<Chunk> arrivingChunks)
    {
        ArgumentNullException.ThrowIfNull(stored);
        ArgumentNullException.ThrowIfNull(storedChunks);
        ArgumentNullException.ThrowIfNull(arriving);
        ArgumentNullException.ThrowIfNull(arrivingChunks);
        var replaces = (stored.Kind == PaperKind.Summary) != (arriving.Kind == PaperKind.Summary);
        var isOlder = !replaces && arriving.Version < stored.Version;
        var keepsAbstract = !replaces && stored.Abstract.Length > 0 && (isOlder || arriving.Abstract.Length == 0);
        var keepsBody = !replaces && string.IsNullOrEmpty(arriving.Body) && !string.IsNullOrEmpty(stored.Body);
        var paper = stored with
        {
            Id = id,
            Title = arriving.Title.Length > 0 && !isOlder ? arriving.Title : stored.Title,
            Abstract = keepsAbstract ? stored.Abstract : arriving.Abstract,
            Body = keepsBody ? stored.Body : arriving.Body,
            Authors = arriving.Authors.Count > 0 ? arriving.Authors : stored.Authors,
            Year = arriving.Year ?? stored.Year,
            Venue = arriving.Venue ?? stored.Venue,
            Url = arriving.Url ?? stored.Url,
            Doi = arriving.Doi ?? stored.Doi,
            Arxiv = arriving.Arxiv ?? stored.Arxiv,
            Categories = arriving.Categories.Count > 0 ? arriving.Categories : stored.Categories,
            Listed = ListedOf(stored.Listed, arriving.Listed),
            Links = arriving.Links.Count > 0 ? arriving.Links : stored.Links,
            Kind = keepsBody ? stored.Kind : arriving.Kind,
            Upvotes = arriving.Upvotes ?? stored.Upvotes,
            Version = isOlder ? stored.Version : arriving.Version ?? stored.Version,
            Updated = isOlder || arriving.Updated < stored.Updated ? stored.Updated : arriving.Updated ?? stored.Updated,

            // A source that does not know of a retraction does not undo it.
            Status = arriving.Status > stored.Status ? arriving.Status : stored.Status,
            HoldsInstructions = arriving.HoldsInstructions || ((keepsAbstract || keepsBody) && stored.HoldsInstructions),
        };
        return (paper, ChunksOf(storedChunks, arrivingChunks, keepsAbstract, keepsBody));
    }

    // The same day without its year, read again from a saved page, takes nothing away from a full date.
    private static ListedDate? ListedOf(ListedDate? stored, ListedDate? arriving) =>
        arriving is { Year: null } day && stored is { Year: not null } full && (full.Month, full.Day) == (day.Month, day.Day)
            ? stored
            : arriving ?? stored;

    private static IReadOnlyList<Chunk> ChunksOf(
        IReadOnlyList<Chunk> stored, IReadOnlyList<Chunk> arriving, bool keepsAbstract, bool keepsBody)
    {
        if (!keepsAbstract && !keepsBody)
        {
            return arriving;
        }

        bool IsKept(PaperField field) => field switch
        {
            PaperField.Abstract => keepsAbstract,
            PaperField.Body => keepsBody,
            _ => false,
        };
        var chunks = stored.Where(c => IsKept(c.Field)).Concat(arriving.Where(c => !IsKept(c.Field) && c.Length > 0));
        return [.. chunks.OrderBy(c => c.Field).ThenBy(c => c.Start).Select((c, i) => c with { Ordinal = i })];
    }

    private static int Rank(PaperId id) =>
        id.Value.StartsWith("arxiv:", StringComparison.Ordinal) ? 0
        : id.Value.StartsWith("doi:", StringComparison.Ordinal) ? 1
        : IsTitleKey(id) ? 3
        : 2;
}
