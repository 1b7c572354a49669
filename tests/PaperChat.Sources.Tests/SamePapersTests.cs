using PaperChat.Ingestion;
using PaperChat.Matching;
using PaperChat.Papers;
using PaperChat.TestSupport;
using static PaperChat.Sources.Tests.SourceReading;

namespace PaperChat.Sources.Tests;

/// <summary>Papers that stand in two sources of the shared folder without a common id.</summary>
public sealed class SamePapersTests
{
    [Fact]
    public async Task Eleven_titles_of_the_saved_page_and_two_changed_ones_are_those_of_the_collection()
    {
        var page = (await ReadAsync(SharedFolder.Require("seeds/daily-papers-07-28.txt"))).Papers().Select(Normalized).ToList();
        var sought = page.SelectMany(p => WorkKeys.Of(p).Sought).ToHashSet();
        var merged = new Dictionary<PaperId, bool>();
        foreach (var file in Directory.GetFiles(SharedFolder.Require("data/papers"), "*.jsonl.gz"))
        {
            var candidates = (await ReadAsync(file)).Papers().Select(Normalized).Where(p => WorkKeys.Of(p).Kept.Any(sought.Contains));
            foreach (var (own, other) in candidates.SelectMany(c => page.Where(p => WorkMatcher.IsSameWork(p, c)).Select(p => (p, c))))
            {
                merged[own.Id] = own.Title.Equals(other.Title, StringComparison.OrdinalIgnoreCase);
            }
        }

        Assert.Equal(11, merged.Values.Count(isSameTitle => isSameTitle));

        // Of two the title was changed for print; authors and abstracts stayed.
        Assert.Equal(13, merged.Count);
    }

    private static Paper Normalized(SourceRecord record) => PaperNormalizer.Normalize(record, out _)!.Paper;
}
