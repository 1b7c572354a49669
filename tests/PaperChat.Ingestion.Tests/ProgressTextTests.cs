using PaperChat.Ingestion.Progress;

namespace PaperChat.Ingestion.Tests;

public sealed class ProgressTextTests
{
    [Fact]
    public void Count_rate_and_time_left_are_shown()
    {
        Assert.Equal("12,000 papers, 2,000 a second, 0:18 left", ProgressText.Describe(After(seconds: 6, read: 12_000, bytes: 25, total: 100)));
    }

    [Fact]
    public void Rejections_are_shown_once_there_are_some()
    {
        var progress = After(seconds: 1, read: 10, bytes: 100, total: 100);

        var text = ProgressText.Describe(progress with { Counts = progress.Counts with { Rejected = 3 } });

        Assert.Equal("10 papers, 3 rejected, 10 a second, 0:00 left", text);
    }

    [Fact]
    public void Without_a_known_end_no_time_left_is_invented()
    {
        Assert.Equal("10 papers, 5 a second", ProgressText.Describe(After(seconds: 2, read: 10, bytes: 1000, total: null)));
    }

    [Fact]
    public void Hours_are_shown_as_hours()
    {
        Assert.EndsWith("1:30:00 left", ProgressText.Describe(After(seconds: 5400, read: 54, bytes: 50, total: 100)), StringComparison.Ordinal);
    }

    [Fact]
    public void At_the_very_start_there_is_neither_rate_nor_time_left()
    {
        Assert.Equal("0 papers, 0 a second", ProgressText.Describe(After(seconds: 0, read: 0, bytes: 0, total: 100)));
    }

    private static IngestionProgress After(double seconds, long read, long bytes, long? total) => new()
    {
        Counts = new IngestionCounts { Read = read },
        BytesRead = bytes,
        BytesTotal = total,
        Elapsed = TimeSpan.FromSeconds(seconds),
        Location = "papers.jsonl",
    };
}
