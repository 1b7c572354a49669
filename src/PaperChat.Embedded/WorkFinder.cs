using PaperChat.Embedded.Catalogue;
using PaperChat.Library;
using PaperChat.Matching;

namespace PaperChat.Embedded;

/// <summary>Finds the papers that an arriving entry is, by ids first, then by keys.</summary>
internal sealed class WorkFinder(CatalogueWriter catalogue, MatchKeyRows keys)
{
    private readonly SortedSet<long> _candidates = [];

    /// <summary><paramref name="anyKnown"/> says whether one of the ids leads to some paper, be it another one.</summary>
    public long? Find(PaperEntry entry, out bool anyKnown)
    {
        var id = entry.Paper.Id;
        var own = catalogue.KeyOfId(id);
        anyKnown = own is not null;
        if (own is not null || entry.Aliases is null)
        {
            return own;
        }

        if (catalogue.KeyOfAlias(id) is { } byAlias)
        {
            anyKnown = true;
            return byAlias;
        }

        long? byTitle = null;
        foreach (var alias in entry.Aliases)
        {
            if (alias == id || catalogue.KeyOfIdOrAlias(alias) is not { } known)
            {
                continue;
            }

            anyKnown = true;
            if (!UpsertRules.IsTitleKey(alias))
            {
                return known;
            }

            byTitle = known;
        }

        return FindSameWork(entry, byTitle);
    }

    /// <summary>
    /// Papers beside the one found that the entry's ids say are the same work too: one of its arXiv id, another of its DOI, which came
    /// before anything told that they belong together.
    /// </summary>
    public IReadOnlyList<StoredPaper> FindOthers(PaperEntry entry, StoredPaper found) =>
    [
        .. (entry.Aliases ?? [])
            .Where(alias => !UpsertRules.IsTitleKey(alias))
            .Select(catalogue.KeyOfIdOrAlias)
            .OfType<long>()
            .Where(key => key != found.Key)
            .Distinct()
            .Select(catalogue.Read)
            .Where(other => !WorkMatcher.ContradictById(found.Paper, other.Paper) && !WorkMatcher.ContradictById(entry.Paper, other.Paper)),
    ];

    // A title proves nothing, nor does a key: the papers are compared. The oldest that is the same work is taken.
    private long? FindSameWork(PaperEntry entry, long? byTitle)
    {
        _candidates.Clear();
        if (byTitle is { } title)
        {
            _candidates.Add(title);
        }

        if (entry.Keys is { } sought)
        {
            keys.Find(sought.Sought, _candidates);
        }

        return _candidates.Count == 0 ? null
            : _candidates.Where(c => catalogue.Holds(c) && WorkMatcher.IsSameWork(catalogue.Read(c).Paper, entry.Paper)).Cast<long?>().FirstOrDefault();
    }
}
