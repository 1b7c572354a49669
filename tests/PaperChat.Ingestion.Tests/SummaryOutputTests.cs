using System.Text.Json;
using PaperChat.Ingestion.Commands;
using PaperChat.Library;

namespace PaperChat.Ingestion.Tests;

public sealed class SummaryOutputTests
{
    [Fact]
    public void The_closing_line_counts_what_became_of_the_records()
    {
        Assert.Equal(
            "1,200 added, 2 changed, 3 unchanged, 4 rejected (0.5 s)",
            SummaryOutput.Describe(Of(new IngestionCounts { Added = 1200, Changed = 2, Unchanged = 3, Rejected = 4 }), isPlan: false));
    }

    [Fact]
    public void It_says_when_nothing_changed()
    {
        Assert.StartsWith("Nothing changed: ", SummaryOutput.Describe(Of(new IngestionCounts { Unchanged = 64 }), isPlan: false), StringComparison.Ordinal);
    }

    [Fact]
    public void Summaries_of_papers_that_are_in_are_told_apart()
    {
        Assert.Contains(
            "2 left out (summaries of papers that are in the library)",
            SummaryOutput.Describe(Of(new IngestionCounts { Superseded = 2 }), isPlan: false),
            StringComparison.Ordinal);
    }

    [Fact]
    public void A_plan_speaks_of_what_would_be()
    {
        Assert.StartsWith("It would be: 1 added", SummaryOutput.Describe(Of(new IngestionCounts { Added = 1 }), isPlan: true), StringComparison.Ordinal);
        Assert.StartsWith("Nothing would change: ", SummaryOutput.Describe(Of(default), isPlan: true), StringComparison.Ordinal);
    }

    [Fact]
    public void The_object_holds_the_same_figures_on_one_line()
    {
        var line = IngestionJson.Summary(Of(new IngestionCounts { Added = 1, Changed = 2, Unchanged = 3, Superseded = 5, Rejected = 4 }), isPlan: true);

        Assert.DoesNotContain('\n', line);
        var summary = JsonDocument.Parse(line).RootElement;
        Assert.Equal("some \"papers\"", summary.GetProperty("input").GetString());
        Assert.True(summary.GetProperty("plan").GetBoolean());
        Assert.Equal([1, 2, 3, 5, 4], ((string[])["added", "changed", "unchanged", "superseded", "rejected"]).Select(name => summary.GetProperty(name).GetInt32()));
        Assert.Equal(500, summary.GetProperty("elapsedMs").GetDouble());
    }

    private static IngestionSummary Of(IngestionCounts counts)
    {
        var run = new IngestionRun { Id = Guid.Empty, Input = "some \"papers\"", Started = DateTimeOffset.UnixEpoch };
        return new IngestionSummary(run, counts, 1000, TimeSpan.FromSeconds(0.5));
    }
}
