using PaperChat.Papers;

namespace PaperChat.Matching;

/// <summary>What the ids of two records say: arXiv ids, and DOIs by who registered them.</summary>
internal static class WorkIds
{
    // Servers of preprints, by the prefix of their DOIs (https://www.crossref.org/members-listing). Their works are printed under
    // another DOI, and each version may have one.
    private static readonly HashSet<string> Preprints =
    [
        "10.48550", "10.1101", "10.64898", "10.2139", "10.20944", "10.21203", "10.31234", "10.31219", "10.26434", "10.36227", "10.22541",
        "10.5281", "10.13140", "10.32388", "10.35542", "10.31224", "10.31223", "10.33774", "10.14293", "10.12688",
    ];

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

        var registrant = RegistrantOf(doi);
        return !registrant.SequenceEqual(RegistrantOf(second)) ? Relation.Open
            : Preprints.GetAlternateLookup<ReadOnlySpan<char>>().Contains(registrant) && WithoutVersion(doi).SequenceEqual(WithoutVersion(second))
                ? Relation.Same
                : Relation.Different;
    }

    private static ReadOnlySpan<char> RegistrantOf(string doi) => doi.IndexOf('/') is var slash and > 0 ? doi.AsSpan(0, slash) : doi;

    // "10.21203/rs.3.rs-1/v2", "10.20944/preprints1.v1".
    private static ReadOnlySpan<char> WithoutVersion(string doi)
    {
        var end = doi.AsSpan().TrimEnd("0123456789").Length;
        return end < doi.Length && end >= 2 && doi[end - 1] is 'v' or '_' && doi[end - 2] is '/' or '.' or 'v' ? doi.AsSpan(0, end - 2) : doi;
    }
}
