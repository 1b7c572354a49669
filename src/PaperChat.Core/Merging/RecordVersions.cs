using PaperChat.Papers;

namespace PaperChat.Merging;

/// <summary>Puts what was read into the versions of its record.</summary>
internal static class RecordVersions
{
    // A day of change alone is no version, nor are votes: the later or larger is taken over into the version that is there.
    private static readonly PaperFieldName[] Content = [.. PaperFieldName.All.Where(f => f.Name is not ("upvotes" or "updated"))];

    /// <summary>The record with what was read; the same object where it says nothing that was not known.</summary>
    public static WorkRecord Add(WorkRecord record, RecordVersion arriving)
    {
        var versions = record.Versions;
        var effective = versions[0].Paper;
        for (var i = 0; i < versions.Count; i++)
        {
            effective = i == 0 ? effective : RecordOverlay.Of(effective, versions[i].Paper);
            var with = RecordOverlay.Of(effective, arriving.Paper);
            if (Content.All(f => f.IsSame(with, effective)))
            {
                var isLater = with.Updated is not null && !(with.Updated <= effective.Updated);
                return isLater || with.Upvotes != effective.Upvotes ? Refreshed(record, i, arriving.Paper) : record;
            }
        }

        var at = versions.Count;
        while (at > 0 && IsOlder(arriving.Paper, versions[at - 1].Paper))
        {
            at--;
        }

        return record with { Versions = [.. versions.Take(at), arriving, .. versions.Skip(at)] };
    }

    // Lists of past days may be read after later ones.
    private static bool IsOlder(Paper a, Paper b) =>
        a.Version < b.Version
        || ((a.Version == b.Version || a.Version is null || b.Version is null)
            && (a.Updated < b.Updated || ((a.Updated == b.Updated || a.Updated is null || b.Updated is null) && a.Listed?.Date < b.Listed?.Date)));

    private static WorkRecord Refreshed(WorkRecord record, int at, Paper read)
    {
        var version = record.Versions[at];
        var paper = version.Paper with
        {
            Upvotes = RecordOverlay.Most(version.Paper.Upvotes, read.Upvotes),
            Updated = read.Updated is null || read.Updated < version.Paper.Updated ? version.Paper.Updated : read.Updated,
        };
        return record with { Versions = [.. record.Versions.Take(at), version with { Paper = paper }, .. record.Versions.Skip(at + 1)] };
    }
}
