using PaperChat.Papers;

namespace PaperChat.Merging;

/// <summary>One record after the other of the same source: what the newer says replaces the older, what it leaves open stays.</summary>
internal static class RecordOverlay
{
    public static Paper Of(Paper older, Paper newer)
    {
        var keepsAbstract = newer.Abstract.Length == 0 && older.Abstract.Length > 0;
        var keepsBody = string.IsNullOrEmpty(newer.Body) && !string.IsNullOrEmpty(older.Body);
        return older with
        {
            Title = newer.Title.Length > 0 ? newer.Title : older.Title,
            Abstract = keepsAbstract ? older.Abstract : newer.Abstract,
            Body = keepsBody ? older.Body : newer.Body,
            Authors = newer.Authors.Count > 0 ? newer.Authors : older.Authors,
            Year = newer.Year ?? older.Year,
            Venue = newer.Venue ?? older.Venue,
            Url = newer.Url ?? older.Url,
            Doi = newer.Doi ?? older.Doi,
            Arxiv = newer.Arxiv ?? older.Arxiv,
            Categories = newer.Categories.Count > 0 ? newer.Categories : older.Categories,
            Listed = ListedOf(older.Listed, newer.Listed),
            Links = newer.Links.Count > 0 ? newer.Links : older.Links,
            Kind = keepsBody ? older.Kind : newer.Kind,
            Upvotes = Most(older.Upvotes, newer.Upvotes),
            Version = newer.Version ?? older.Version,
            Updated = newer.Updated ?? older.Updated,

            // A record that no longer speaks of a retraction does not undo it.
            Status = newer.Status > older.Status ? newer.Status : older.Status,
            HoldsInstructions = newer.HoldsInstructions || ((keepsAbstract || keepsBody) && older.HoldsInstructions),
        };
    }

    /// <summary>The larger number of votes: a page that was saved earlier takes none away.</summary>
    public static int? Most(int? a, int? b) => a > b || b is null ? a : b;

    // The same day without its year, read again from a saved page, takes nothing away from a full date.
    private static ListedDate? ListedOf(ListedDate? older, ListedDate? newer) =>
        newer is { Year: null } day && older is { Year: not null } full && (full.Month, full.Day) == (day.Month, day.Day) ? older : newer ?? older;
}
