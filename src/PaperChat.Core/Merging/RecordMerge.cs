using PaperChat.Library;
using PaperChat.Matching;
using PaperChat.Papers;

namespace PaperChat.Merging;

/// <summary>
/// The paper that records of one work make, by one order of sources for each field: a pure function of the records, in whatever order
/// they came. The order of each field is in docs/decisions/0022.
/// </summary>
public static class RecordMerge
{
    private const int MostLinks = 100;

    /// <summary>The paper under the best id of the records, and which record gave each field.</summary>
    public static MergedPaper Merge(IReadOnlyList<WorkRecord> records)
    {
        ArgumentNullException.ThrowIfNull(records);
        ArgumentOutOfRangeException.ThrowIfZero(records.Count);
        if (records.Count == 1)
        {
            var only = records[0].Current;
            return new MergedPaper(records, only, Fields(only, _ => records[0]));
        }

        var said = new Said(records);
        var title = said.OfText(p => p.Title.Length > 0) ?? said.Texts[0];
        var text = said.OfText(p => p.Abstract.Length > 0) ?? title;
        var body = said.OfText(p => !string.IsNullOrEmpty(p.Body));
        var venue = said.OfPublication(p => p.Venue is { } v && !Preprints.IsVenue(v)) ?? said.OfPublication(p => p.Venue is not null);
        var doi = said.OfPublication(p => p.Doi is { } d && !Preprints.IsDoi(d)) ?? said.OfPublication(p => p.Doi is not null);
        var version = said.Of(p => p.Version is not null);
        var sources = new Dictionary<string, RecordWithPaper?>
        {
            ["title"] = title,
            ["abstract"] = text,
            ["body"] = body,
            ["authors"] = said.OfAuthors(),
            ["year"] = said.OfPublication(p => p.Year is not null),
            ["venue"] = venue,
            ["url"] = said.Of(p => p.Url is not null),
            ["doi"] = doi,
            ["arxiv"] = said.Of(p => p.Arxiv is not null),
            ["categories"] = said.Of(p => p.Categories.Count > 0),
            ["listed"] = said.OfListing(p => p.Listed?.Year is not null) ?? said.OfListing(p => p.Listed is not null),
            ["links"] = said.Of(p => p.Links.Count > 0),
            ["kind"] = body ?? text,
            ["upvotes"] = said.All.Where(r => r.Paper.Upvotes is not null).MaxBy(r => r.Paper.Upvotes),
            ["version"] = version,
            ["updated"] = version is { Paper.Updated: not null } ? version : said.Of(p => p.Updated is not null),
            ["status"] = said.All.MaxBy(r => r.Paper.Status),
            ["holdsInstructions"] = Array.Find([title, text, body ?? text], r => r.Paper.HoldsInstructions),
        };

        var paper = new Paper { Id = said.Id, Title = "" };
        foreach (var field in PaperFieldName.All)
        {
            paper = sources[field.Name] is { } source ? field.Write(paper, field.Read(source.Paper)) : paper;
        }

        paper = paper with { Links = [.. said.All.SelectMany(r => r.Paper.Links).Distinct(StringComparer.Ordinal).Take(MostLinks)] };
        return new MergedPaper(records, paper, Fields(paper, name => sources[name]?.Record));
    }

    /// <summary>
    /// The records as they were known at the end of a day (UTC): without those, and those versions, that became known later. To be merged
    /// like the whole of them; empty where the work was not known at all.
    /// </summary>
    public static IReadOnlyList<WorkRecord> AsOf(IReadOnlyList<WorkRecord> records, DateOnly day)
    {
        ArgumentNullException.ThrowIfNull(records);
        return [.. records.Select(r => r with { Versions = [.. r.Versions.Where((v, at) => KnownSince(r, at) <= day)] }).Where(r => r.Versions.Count > 0)];
    }

    /// <summary>
    /// Since when the public knew a version of a record: the day of the list that showed it, where that is earlier than the day on which
    /// the library met it, as lists of past days are read later.
    /// </summary>
    private static DateOnly KnownSince(WorkRecord record, int at)
    {
        var version = record.Versions[at];
        var isOfThisList = at == 0 || record.Versions[at - 1].Paper.Listed != version.Paper.Listed;
        return isOfThisList && version.Paper.Listed?.Date is { } listed && listed < version.Seen ? listed : version.Seen;
    }

    private static Dictionary<string, WorkRecord> Fields(Paper paper, Func<string, WorkRecord?> sourceOf) => PaperFieldName.All
        .Where(f => f.Read(paper) is not null)
        .Select(f => (f.Name, Record: sourceOf(f.Name)))
        .Where(f => f.Record is not null)
        .ToDictionary(f => f.Name, f => f.Record!);

    private sealed record RecordWithPaper(WorkRecord Record, Paper Paper);

    /// <summary>The records in the orders in which they are asked.</summary>
    private sealed class Said
    {
        private readonly RecordWithPaper[] _ofPublication;
        private readonly RecordWithPaper[] _ofListing;

        public Said(IReadOnlyList<WorkRecord> records)
        {
            // Ids and names of sources last, so that no order of arrival is left to decide.
            All = [.. records
                .Select(r => new RecordWithPaper(r, r.Current))
                .OrderBy(r => r.Record.Origin)
                .ThenByDescending(r => r.Paper.Version)
                .ThenByDescending(r => r.Paper.Updated)
                .ThenBy(r => r.Record.Source, StringComparer.Ordinal)
                .ThenBy(r => r.Record.Id)];

            // The text of the real paper is never mixed with that of a summary.
            Texts = [.. All.Where(r => r.Paper.Kind != PaperKind.Summary)];
            Texts = Texts.Length > 0 ? Texts : All;
            _ofPublication = [.. All.OrderByDescending(r => IsPublication(r.Paper)).ThenBy(r => RecordOrigins.PublicationRank(r.Record.Origin))];
            _ofListing = [.. All.OrderBy(r => RecordOrigins.ListingRank(r.Record.Origin))];
            Id = All.Select(r => r.Record.Id).MinBy(UpsertRules.RankOf);
        }

        public RecordWithPaper[] All { get; }

        public RecordWithPaper[] Texts { get; }

        public PaperId Id { get; }

        public RecordWithPaper? Of(Func<Paper, bool> says) => Array.Find(All, r => says(r.Paper));

        public RecordWithPaper? OfText(Func<Paper, bool> says) => Array.Find(Texts, r => says(r.Paper));

        public RecordWithPaper? OfPublication(Func<Paper, bool> says) => Array.Find(_ofPublication, r => says(r.Paper));

        public RecordWithPaper? OfListing(Func<Paper, bool> says) => Array.Find(_ofListing, r => says(r.Paper));

        /// <summary>Lists are cut and first names shortened: the longest list, and of those the one with the longest names.</summary>
        public RecordWithPaper? OfAuthors() => All
            .Where(r => r.Paper.Authors.Count > 0)
            .OrderByDescending(r => r.Paper.Authors.Count)
            .ThenByDescending(r => r.Paper.Authors.Sum(a => a.Count(char.IsLetter)))
            .FirstOrDefault();

        private static bool IsPublication(Paper paper) =>
            (paper.Doi is { } doi && !Preprints.IsDoi(doi)) || (paper.Venue is { } venue && !Preprints.IsVenue(venue));
    }
}
