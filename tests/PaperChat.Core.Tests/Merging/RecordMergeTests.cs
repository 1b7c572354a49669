using PaperChat.Merging;
using PaperChat.Papers;
using PaperChat.TestSupport;

namespace PaperChat.Core.Tests.Merging;

public sealed class RecordMergeTests
{
    [Fact]
    public void Records_in_any_order_make_the_same_paper()
    {
        var expected = CanonicalForm.Of(Records.Merge(Records.All));
        var orders = Permutations.Of(Records.All).ToArray();

        Assert.Equal(120, orders.Length);
        Assert.All(orders, order => Assert.Equal(expected, CanonicalForm.Of(Records.Merge(order))));
    }

    [Fact]
    public void Each_field_comes_from_the_source_that_knows_it_best()
    {
        var merged = RecordMerge.Merge(Records.Work(Records.All).Records);

        var paper = merged.Paper;
        Assert.Equal("arxiv:2401.00001", paper.Id.Value);
        Assert.Equal((Records.Arxiv.Paper.Title, Records.Abstract, 2), (paper.Title, paper.Abstract, paper.Version));
        Assert.Equal(["Ada K. Byron", "Jo Quentin Public"], paper.Authors);
        Assert.Equal(("Journal of Roofs", 2025, "10.1000/roofs.7"), (paper.Venue, paper.Year, paper.Doi));
        Assert.Equal((new ListedDate(2024, 1, 5), 12), (paper.Listed, paper.Upvotes));
        Assert.Equal(["https://example.org/drops", "https://example.org/code"], paper.Links);
        Assert.Equal(["physics.ao-ph"], paper.Categories);
        Assert.Equal(
            ["arxiv", "openalex", "openalex", "hf-papers", "hf-papers"],
            ((string[])["abstract", "authors", "venue", "listed", "upvotes"]).Select(f => merged.Sources[f].Source));
        Assert.False(merged.Sources.ContainsKey("body"));
    }

    [Fact]
    public void A_venue_of_print_comes_before_the_name_of_a_preprint_server()
    {
        var paper = Records.Merge(Records.SemanticScholar, Records.Bibtex);

        Assert.Equal(("J. Roofs", 2024), (paper.Venue, paper.Year));
    }

    [Fact]
    public void A_full_abstract_beats_a_summary_whatever_its_source()
    {
        var summary = Records.Arxiv.With(p => p with { Abstract = "A retelling.", Kind = PaperKind.Summary, Version = null, Listed = new ListedDate(null, 7, 28) });

        foreach (var order in Permutations.Of([summary, Records.Bibtex.With(p => p with { Abstract = "The real text." })]))
        {
            var paper = Records.Merge(order);
            Assert.Equal(("The real text.", PaperKind.Abstract, new ListedDate(null, 7, 28)), (paper.Abstract, paper.Kind, paper.Listed));
        }
    }

    [Fact]
    public void A_document_keeps_its_text_beside_the_abstract_of_a_better_source()
    {
        var document = Records.Entry("json", Records.Arxiv.Paper with { Abstract = "Scanned.", Body = "All pages.", Kind = PaperKind.Document, Version = null });

        foreach (var order in Permutations.Of([document, Records.Arxiv]))
        {
            var work = Records.Work(order);
            Assert.Equal((Records.Abstract, "All pages.", PaperKind.Document), (work.Paper.Abstract, work.Paper.Body, work.Paper.Kind));
            Assert.Equal([PaperField.Abstract, PaperField.Body], work.Chunks.Select(c => c.Field));
        }
    }

    [Theory]
    [InlineData(PaperStatus.Withdrawn)]
    [InlineData(PaperStatus.Retracted)]
    public void A_paper_that_one_source_says_was_taken_back_is_marked(PaperStatus status)
    {
        var records = Records.All.Select(e => e == Records.Bibtex ? e.With(p => p with { Status = status }) : e).ToArray();

        Assert.All(Permutations.Of(records), order => Assert.Equal(status, Records.Merge(order).Status));
    }

    [Fact]
    public void Text_that_instructs_models_marks_the_paper_only_while_it_is_its_text()
    {
        var marked = Records.HuggingFace.With(p => p with { HoldsInstructions = true });

        Assert.True(Records.Merge(marked, Records.Bibtex).HoldsInstructions);
        Assert.False(Records.Merge(marked, Records.Arxiv).HoldsInstructions);
    }

    [Fact]
    public void On_an_earlier_day_a_work_is_what_was_known_by_then()
    {
        var newer = Records.Arxiv.With(p => p with { Abstract = "Third thoughts.", Version = 3 });
        var records = Records.Work(Records.Arxiv, Records.OpenAlex, newer).Records;

        Assert.Empty(RecordMerge.AsOf(records, Records.Day.AddDays(-1)));
        var first = RecordMerge.Merge(RecordMerge.AsOf(records, Records.Day)).Paper;
        Assert.Equal(CanonicalForm.Of(Records.Arxiv.Paper), CanonicalForm.Of(first));
        var second = RecordMerge.Merge(RecordMerge.AsOf(records, Records.Day.AddDays(1))).Paper;
        Assert.Equal((Records.Abstract, "Journal of Roofs"), (second.Abstract, second.Venue));
        var third = RecordMerge.Merge(RecordMerge.AsOf(records, Records.Day.AddDays(2))).Paper;
        Assert.Equal("Third thoughts.", third.Abstract);
    }

    [Fact]
    public void What_a_list_showed_was_known_on_its_day_however_late_it_is_read()
    {
        var day = Records.Day.AddYears(-1);
        var first = Records.HuggingFace.With(p => p with { Listed = Listed(day) });
        var again = Records.HuggingFace.With(p => p with { Listed = Listed(day.AddDays(40)), Abstract = "Second thoughts." });

        foreach (var records in (IReadOnlyList<WorkRecord>[])[Records.Work(first, again).Records, Records.Work(again, first).Records])
        {
            Assert.Empty(RecordMerge.AsOf(records, day.AddDays(-1)));
            Assert.Equal((Records.HuggingFace.Paper.Abstract, Listed(day)), Then(records, day.AddDays(39)));
            Assert.Equal(("Second thoughts.", Listed(day.AddDays(40))), Then(records, day.AddDays(40)));
        }

        static ListedDate Listed(DateOnly on) => new(on.Year, on.Month, on.Day);

        static (string, ListedDate?) Then(IReadOnlyList<WorkRecord> records, DateOnly on) =>
            RecordMerge.Merge(RecordMerge.AsOf(records, on)).Paper is var paper ? (paper.Abstract, paper.Listed) : default;
    }

    [Fact]
    public void A_change_under_the_same_list_was_not_known_before_it_was_read()
    {
        var listed = new ListedDate(Records.Day.Year - 1, 1, 5);
        var first = Records.HuggingFace.With(p => p with { Listed = listed });
        var changed = Records.HuggingFace.With(p => p with { Listed = listed, Abstract = "Second thoughts." });

        var records = Records.Work(first, changed).Records;

        Assert.Single(RecordMerge.AsOf(records, Records.Day.AddDays(-10)).Single().Versions);
    }

    [Fact]
    public void An_old_version_that_was_met_late_was_not_known_before()
    {
        var first = Records.Arxiv.With(p => p with { Abstract = "First thoughts.", Version = 1 });
        var records = Records.Work(Records.Arxiv, first).Records;

        Assert.Equal(["First thoughts.", Records.Abstract], records[0].Versions.Select(v => v.Paper.Abstract));
        Assert.Equal([Records.Day.AddDays(1), Records.Day], records[0].Versions.Select(v => v.Seen));
        Assert.Equal([Records.Abstract], RecordMerge.AsOf(records, Records.Day).Single().Versions.Select(v => v.Paper.Abstract));
    }
}
