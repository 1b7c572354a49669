using System.Text.Json;
using PaperChat.Ingestion.Commands;
using PaperChat.Library;
using PaperChat.Papers;

namespace PaperChat.Ingestion.Tests;

public sealed class SummaryOutputTests
{
    [Fact]
    public void The_closing_line_counts_what_became_of_the_records()
    {
        Assert.Equal(
            "1,200 added, 2 changed, 3 unchanged, 4 rejected (0.5 s)",
            SummaryOutput.Describe(Of(new IngestionCounts { Added = 1200, Changed = 2, Unchanged = 3, Rejected = 4 })));
    }

    [Fact]
    public void It_says_when_nothing_changed()
    {
        Assert.StartsWith("Nothing changed: ", SummaryOutput.Describe(Of(new IngestionCounts { Unchanged = 64 })), StringComparison.Ordinal);
    }

    [Fact]
    public void Summaries_of_papers_that_are_in_are_told_apart()
    {
        Assert.Contains(
            "2 left out (summaries of papers that are in the library)",
            SummaryOutput.Describe(Of(new IngestionCounts { Superseded = 2 })),
            StringComparison.Ordinal);
    }

    [Fact]
    public void A_plan_speaks_of_what_would_be_and_counts_duplicates_apart()
    {
        Assert.Equal(
            "It would be: 1 added, 0 changed, 2 duplicates, 3 unchanged, 0 rejected (0.5 s)",
            SummaryOutput.DescribePlan(Of(new IngestionCounts { Added = 1, Merged = 2, Unchanged = 3 }), embedding: null));
        Assert.StartsWith("Nothing would change: ", SummaryOutput.DescribePlan(Of(default), embedding: null), StringComparison.Ordinal);
    }

    [Fact]
    public void A_plan_tells_what_an_embedding_service_would_be_given()
    {
        var lines = SummaryOutput.DescribePlan(Of(new IngestionCounts { Added = 1200 }), new PlannedEmbedding("some-model", 1201, 250_000)).Split(Environment.NewLine);

        Assert.Equal("some-model would be given at most 1,201 texts of about 250,000 tokens.", lines[1]);
    }

    [Fact]
    public void The_object_holds_the_same_figures_on_one_line()
    {
        var line = IngestionJson.Summary(Of(new IngestionCounts { Added = 1, Changed = 2, Merged = 6, Unchanged = 3, Superseded = 5, Rejected = 4 }));

        Assert.DoesNotContain('\n', line);
        var summary = JsonDocument.Parse(line).RootElement;
        Assert.Equal("some \"papers\"", summary.GetProperty("input").GetString());
        Assert.Equal([1, 2, 6, 3, 5, 4], ((string[])["added", "changed", "merged", "unchanged", "superseded", "rejected"]).Select(name => summary.GetProperty(name).GetInt32()));
        Assert.Equal(500, summary.GetProperty("elapsedMs").GetDouble());
        Assert.False(summary.TryGetProperty("plan", out _));
    }

    [Fact]
    public void The_object_of_a_plan_names_duplicates_and_cost()
    {
        var duplicate = new PlannedDuplicate(new PaperId("doi:10.1/x"), new PaperId("arxiv:2507.00001"), "Gulls", new Provenance("bibtex", "refs.bib", 7));

        var plan = JsonDocument.Parse(IngestionJson.Plan(Of(new IngestionCounts { Merged = 1 }), [duplicate], new PlannedEmbedding("some-model", 2, 30))).RootElement;
        var plain = JsonDocument.Parse(IngestionJson.Plan(Of(default), [], embedding: null)).RootElement;

        Assert.True(plan.GetProperty("plan").GetBoolean());
        Assert.Equal(1, plan.GetProperty("duplicates").GetInt32());
        Assert.Equal("""[{"id":"doi:10.1/x","of":"arxiv:2507.00001","title":"Gulls","location":"refs.bib","line":7}]""", plan.GetProperty("duplicateRecords").GetRawText());
        Assert.Equal("""{"model":"some-model","texts":2,"tokens":30}""", plan.GetProperty("embedding").GetRawText());
        Assert.Equal(0, plain.GetProperty("duplicates").GetInt32());
        Assert.False(plain.TryGetProperty("duplicateRecords", out _) || plain.TryGetProperty("embedding", out _) || plain.TryGetProperty("merged", out _));
    }

    [Fact]
    public void A_duplicate_is_described_by_where_it_stands_and_whose_it_is()
    {
        var duplicate = new PlannedDuplicate(new PaperId("doi:10.1/x"), new PaperId("arxiv:2507.00001"), "Gulls\u001b[2J", new Provenance("bibtex", "refs.bib", 7));

        Assert.Equal("duplicate of arxiv:2507.00001: doi:10.1/x \"Gulls[2J\" (refs.bib:7)", DuplicateOutput.Describe(duplicate));
        Assert.Equal("duplicate of doi:10.1/x: \"Gulls[2J\" (refs.bib)", DuplicateOutput.Describe(duplicate with { Of = duplicate.Id, Place = new Provenance("bibtex", "refs.bib", null) }));
    }

    private static IngestionSummary Of(IngestionCounts counts)
    {
        var run = new IngestionRun { Id = Guid.Empty, Input = "some \"papers\"", Started = DateTimeOffset.UnixEpoch };
        return new IngestionSummary(run, counts, 1000, TimeSpan.FromSeconds(0.5));
    }
}
