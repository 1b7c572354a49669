using PaperChat.Library;
using PaperChat.Matching;
using PaperChat.Papers;

namespace PaperChat.LibraryConformance;

public abstract partial class PaperLibraryConformance<TLibrary>
{
    private const string SealAbstract =
        "Harbour seals rest on tidal sandbanks, where tourists disturb them. We count the seals of nine banks from the air in every month "
        + "of two years and find that half of the animals leave a bank for a day after a single visit.";

    private static readonly Paper Seals = Paper("arxiv:2401.00001", "SealCount: Counting Harbour Seals from the Air", SealAbstract) with
    {
        Arxiv = "2401.00001",
        Authors = ["Ada Byron", "Émile du Châtelet", "Jo Q. Public"],
        Year = 2024,
    };

    [Fact]
    public async Task Records_of_one_work_without_a_common_id_become_one_paper()
    {
        var results = await AddAsync(
            Matched(Seals),
            Matched(Paper("doi:10.1000/seals.1", "SEALCOUNT: Counting harbour seals from the air.") with
            {
                Doi = "10.1000/seals.1",
                Authors = ["Byron, A.", "du Châtelet, É.", "Public, J. Q."],
                Year = 2025,
                Venue = "Journal of Seals",
            }),
            Matched(Paper("byron24", "{SealCount}: Counting {H}arbour {S}eals\n from the {A}ir") with { Authors = ["Byron, Ada", "others"] }),
            Matched(Paper("openalex:W7", "Counting Harbour Seals from the Air", SealAbstract)));

        Assert.Equal(UpsertOutcome.Added, results[0].Outcome);
        Assert.All(results, r => Assert.Equal("arxiv:2401.00001", r.Id.Value));
        foreach (var id in (string[])["doi:10.1000/seals.1", "byron24", "openalex:W7"])
        {
            Assert.Equal("arxiv:2401.00001", (await GetAsync(id))!.Id.Value);
        }

        await using var library = await OpenAsync();
        Assert.Equal(1, (await library.GetStateAsync(Token)).Papers);
    }

    [Fact]
    public async Task A_work_is_found_again_by_a_later_writer()
    {
        await AddAsync(Matched(Seals));
        await AddAsync(Matched(Paper("other", "Ice Drift in Fjords")));

        var results = await AddAsync(Matched(Seals with { Id = new PaperId("byron24"), Arxiv = null, Title = "sealcount - counting harbour seals from the air" }));

        Assert.Equal(new UpsertResult(Seals.Id, UpsertOutcome.Merged), Assert.Single(results));
    }

    [Theory]
    [InlineData("SealCount: Counting Harbour Seals from the Air, Part II")]
    [InlineData("Reply to: SealCount: Counting Harbour Seals from the Air")]
    [InlineData("SealCount 2: Counting Harbour Seals from the Air")]
    public async Task Other_works_with_a_near_title_stay_apart(string title)
    {
        var results = await AddAsync(Matched(Seals), Matched(Seals with { Id = new PaperId("s2:9"), Arxiv = null, Title = title, Abstract = "" }));

        Assert.All(results, r => Assert.Equal(UpsertOutcome.Added, r.Outcome));
    }

    [Fact]
    public async Task Ids_that_contradict_each_other_keep_papers_of_one_title_apart()
    {
        var results = await AddAsync(Matched(Seals), Matched(Seals with { Id = new PaperId("arxiv:2402.00009"), Arxiv = "2402.00009" }));

        Assert.All(results, r => Assert.Equal(UpsertOutcome.Added, r.Outcome));
    }

    [Fact]
    public async Task The_same_title_by_other_authors_is_another_paper()
    {
        var results = await AddAsync(
            Matched(Seals), Matched(Paper("s2:9", Seals.Title, "A poem.") with { Authors = ["Mary Somerville"], Year = 2024 }));

        Assert.All(results, r => Assert.Equal(UpsertOutcome.Added, r.Outcome));
    }

    [Fact]
    public async Task A_record_that_was_merged_is_unchanged_when_it_comes_again()
    {
        var other = Matched(Paper("byron24", "Counting harbour seals from the air", SealAbstract));
        await AddAsync(Matched(Seals), other);

        Assert.Equal(UpsertOutcome.Unchanged, Assert.Single(await AddAsync(other)).Outcome);
    }

    [Fact]
    public async Task A_deleted_work_is_not_found_by_its_keys()
    {
        await AddAsync(Matched(Seals));
        await using (var writer = await OpenWriterAsync())
        {
            await writer.DeleteAsync([Seals.Id], Token);
            await writer.CommitAsync(Token);
        }

        var results = await AddAsync(Matched(Seals with { Id = new PaperId("byron24"), Arxiv = null }));

        Assert.Equal(new UpsertResult(new PaperId("byron24"), UpsertOutcome.Added), Assert.Single(results));
    }

    [Fact]
    public async Task Without_aliases_a_work_is_not_looked_for()
    {
        await AddAsync(Matched(Seals));

        var results = await AddAsync(Matched(Seals with { Id = new PaperId("corpus-1") }) with { Aliases = null });

        Assert.Equal(UpsertOutcome.Added, Assert.Single(results).Outcome);
    }

    private static PaperEntry Matched(Paper paper) => Entry(paper, paper.Id.Value) with { Keys = WorkKeys.Of(paper) };
}
