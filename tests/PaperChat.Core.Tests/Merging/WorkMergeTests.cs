using PaperChat.Library;
using PaperChat.Merging;
using PaperChat.Papers;
using PaperChat.TestSupport;

namespace PaperChat.Core.Tests.Merging;

public sealed class WorkMergeTests
{
    [Fact]
    public void What_was_read_before_changes_nothing_when_it_is_read_again()
    {
        var work = Records.Work([.. Records.All, Records.Arxiv.With(p => p with { Abstract = "Third thoughts.", Version = 3 })]);

        foreach (var entry in Records.All)
        {
            var again = WorkMerge.Add(work, entry, Records.Day.AddYears(1));
            Assert.Same(work, again);
            Assert.Equal(UpsertOutcome.Unchanged, WorkMerge.OutcomeOf(entry, work, again, isWritten: false));
        }
    }

    [Fact]
    public void A_record_that_leaves_out_what_it_said_still_says_it()
    {
        var work = Records.Work(Records.Arxiv);

        Assert.Same(work, WorkMerge.Add(work, Records.Arxiv.With(p => p with { Authors = [], Year = null, Abstract = "" }), Records.Day));
    }

    [Fact]
    public void Versions_of_arXiv_stand_in_their_order_whatever_order_they_came_in()
    {
        PaperEntry[] versions =
        [
            .. Enumerable.Range(1, 4).Select(v => Records.Entry(
                v % 2 == 0 ? "arxiv-oai" : "arxiv-atom", Records.Arxiv.Paper with { Abstract = $"Text {v}.", Version = v, Updated = new DateOnly(2024, v, 1) })),
        ];

        Assert.All(Permutations.Of(versions), order =>
        {
            var work = Records.Work(order);
            Assert.Equal([1, 2, 3, 4], Assert.Single(work.Records).Versions.Select(v => v.Paper.Version!.Value));
            Assert.Equal(("Text 4.", 4, new DateOnly(2024, 4, 1)), (work.Paper.Abstract, work.Paper.Version, work.Paper.Updated));
        });
    }

    [Fact]
    public void Votes_and_a_day_of_change_alone_are_no_version()
    {
        var work = Records.Work(Records.HuggingFace, Records.HuggingFace.With(p => p with { Upvotes = 30, Updated = new DateOnly(2025, 1, 1) }));

        Assert.False(work.NeedsRecords);
        Assert.Equal((30, new DateOnly(2025, 1, 1)), (work.Paper.Upvotes, work.Paper.Updated));
        Assert.Equal(Records.Day, work.Records[0].Versions[0].Seen);
        Assert.Same(work, WorkMerge.Add(work, Records.HuggingFace, Records.Day));
    }

    [Fact]
    public void A_record_is_known_again_by_any_of_its_ids()
    {
        var withoutDoi = Records.Entry("openalex", Records.OpenAlex.Paper with { Id = new PaperId("openalex:W7"), Doi = null });

        var work = Records.Work(withoutDoi, Records.OpenAlex);

        var record = Assert.Single(work.Records);
        Assert.Equal("doi:10.1000/roofs.7", work.Paper.Id.Value);
        Assert.Equal(["doi:10.1000/roofs.7", "openalex:W7"], record.Ids.Take(2).Select(i => i.Value));
    }

    [Fact]
    public void Works_that_turn_out_to_be_one_have_the_records_of_both()
    {
        var joined = WorkMerge.Add(WorkMerge.Join(Records.Work(Records.OpenAlex), Records.Work(Records.Arxiv)), Records.SemanticScholar, Records.Day);

        Assert.Equal(CanonicalForm.Of(Records.Merge(Records.SemanticScholar, Records.Arxiv, Records.OpenAlex)), CanonicalForm.Of(joined.Paper));
    }

    [Fact]
    public void Outcomes_tell_a_further_record_from_a_change()
    {
        var arxiv = Records.Work(Records.Arxiv);
        var changed = Records.Arxiv.With(p => p with { Abstract = "New." });

        Assert.Equal(UpsertOutcome.Merged, WorkMerge.OutcomeOf(Records.Bibtex, arxiv, WorkMerge.Add(arxiv, Records.Bibtex, Records.Day), isWritten: true));
        Assert.Equal(UpsertOutcome.Changed, WorkMerge.OutcomeOf(changed, arxiv, WorkMerge.Add(arxiv, changed, Records.Day), isWritten: true));
    }
}
