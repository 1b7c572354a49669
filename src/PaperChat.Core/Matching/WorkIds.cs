using PaperChat.Papers;

namespace PaperChat.Matching;

/// <summary>What the ids of two records say: arXiv ids, and DOIs by who registered them.</summary>
internal static class WorkIds
{
    public enum Relation
    {
        Open,
        Same,
        Different,
    }

    public static Relation Compare(Paper a, Paper b)
    {
        if (a.Arxiv is { } arxiv && b.Arxiv is { } other)
        {
            return arxiv == other ? Relation.Same : Relation.Different;
        }

        if (a.Doi is not { } doi || b.Doi is not { } second)
        {
            return Relation.Open;
        }

        if (doi == second)
        {
            return Relation.Same;
        }

        var registrant = Preprints.RegistrantOf(doi);
        return !registrant.SequenceEqual(Preprints.RegistrantOf(second)) ? Relation.Open
            : Preprints.IsRegistrant(registrant) && WithoutVersion(doi).SequenceEqual(WithoutVersion(second))
                ? Relation.Same
                : Relation.Different;
    }

    // "10.21203/rs.3.rs-1/v2", "10.20944/preprints1.v1".
    private static ReadOnlySpan<char> WithoutVersion(string doi)
    {
        var end = doi.AsSpan().TrimEnd("0123456789").Length;
        return end < doi.Length && end >= 2 && doi[end - 1] is 'v' or '_' && doi[end - 2] is '/' or '.' or 'v' ? doi.AsSpan(0, end - 2) : doi;
    }
}
