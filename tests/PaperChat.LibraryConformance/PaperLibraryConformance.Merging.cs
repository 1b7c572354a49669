using PaperChat.Library;
using PaperChat.Matching;
using PaperChat.Merging;
using PaperChat.Papers;
using PaperChat.TestSupport;

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
        await DeleteAsync(Seals.Id);

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

    [Fact]
    public async Task Records_of_one_work_in_any_order_make_the_same_paper()
    {
        string? expected = null;
        foreach (var order in Permutations.Of(RecordsOfSeals))
        {
            await AddAsync(order);
            await using (var library = await OpenAsync())
            {
                Assert.Equal(1, (await library.GetStateAsync(Token)).Papers);
                Assert.Equal(4, (await library.GetRecordsAsync(Seals.Id, Token)).Count);
            }

            var paper = CanonicalForm.Of((await GetAsync(Seals.Id.Value))!);
            Assert.Equal(expected ??= paper, paper);
            Assert.All(await AddAsync(order), r => Assert.Equal(UpsertOutcome.Unchanged, r.Outcome));
            await DeleteAsync(Seals.Id);
        }
    }

    [Fact]
    public async Task A_work_lists_the_records_that_it_is_made_of()
    {
        var results = await AddAsync(RecordsOfSeals);

        await using var library = await OpenAsync();
        var records = await library.GetRecordsAsync(new PaperId("doi:10.1000/seals.1"), Token);
        Assert.Equal([UpsertOutcome.Added, UpsertOutcome.Merged, UpsertOutcome.Merged, UpsertOutcome.Merged], results.Select(r => r.Outcome));
        Assert.Equal(["arxiv", "openalex", "semantic-scholar", "bibtex"], records.Select(r => r.Source));
        Assert.Equal(RecordsOfSeals.Select(e => CanonicalForm.Of(e.Paper)), records.Select(r => CanonicalForm.Of(r.Current)));
        Assert.Equal(RecordsOfSeals[0].Provenance, records[0].Versions[0].Provenance);
        Assert.Equal(CanonicalForm.Of((await GetAsync(Seals.Id.Value))!), CanonicalForm.Of(RecordMerge.Merge(records).Paper));
        Assert.Empty(await library.GetRecordsAsync(new PaperId("unknown"), Token));
    }

    [Fact]
    public async Task A_paper_of_one_record_gives_it_too()
    {
        var today = DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime);
        await AddAsync(Matched(Seals), Entry(Paper("corpus-1", "Ice")));

        await using var library = await OpenAsync();
        var record = Assert.Single(await library.GetRecordsAsync(Seals.Id, Token));
        var version = Assert.Single(record.Versions);
        Assert.Equal(CanonicalForm.Of(Seals), CanonicalForm.Of(version.Paper));
        Assert.Equal(new Provenance("test", "conformance", 1), version.Provenance);
        Assert.InRange(version.Seen, today, today.AddDays(1));
        Assert.Single(await library.GetRecordsAsync(new PaperId("corpus-1"), Token));
    }

    [Fact]
    public async Task Earlier_versions_of_an_abstract_are_kept_and_not_found_any_more()
    {
        await AddAsync(OfSource("arxiv-atom", Seals with { Abstract = "Walruses.", Version = 1 }));

        var results = await AddAsync(OfSource("arxiv-oai", Seals with { Abstract = "Penguins.", Version = 2 }));
        var late = await AddAsync(OfSource("arxiv-atom", Seals with { Abstract = "Walruses.", Version = 1 }));

        Assert.Equal(UpsertOutcome.Changed, Assert.Single(results).Outcome);
        Assert.Equal(UpsertOutcome.Unchanged, Assert.Single(late).Outcome);
        Assert.Empty(await SearchAsync("walruses"));
        Assert.Single(await SearchAsync("penguins"));
        await using var library = await OpenAsync();
        var record = Assert.Single(await library.GetRecordsAsync(Seals.Id, Token));
        Assert.Equal(["Walruses.", "Penguins."], record.Versions.Select(v => v.Paper.Abstract));
    }

    [Fact]
    public async Task Papers_that_a_record_says_are_one_become_one()
    {
        var printed = Paper("doi:10.1000/birds.9", "Birds at Sea", "Walruses.") with { Doi = "10.1000/birds.9", Authors = ["Mary Somerville"] };
        await AddAsync(OfSource("arxiv-oai", Seals), OfSource("openalex", printed));
        await using (var before = await OpenAsync())
        {
            Assert.Equal(2, (await before.GetStateAsync(Token)).Papers);
        }

        var results = await AddAsync(OfSource("semantic-scholar", Seals with { Doi = "10.1000/birds.9" }, "doi:10.1000/birds.9"));

        Assert.Equal(new UpsertResult(Seals.Id, UpsertOutcome.Merged), Assert.Single(results));
        Assert.Equal(Seals.Id, (await GetAsync("doi:10.1000/birds.9"))!.Id);
        Assert.Empty(await SearchAsync("walruses"));
        await using var library = await OpenAsync();
        Assert.Equal(1, (await library.GetStateAsync(Token)).Papers);
        Assert.Equal(3, (await library.GetRecordsAsync(Seals.Id, Token)).Count);
    }

    [Fact]
    public async Task Records_come_along_with_a_copied_paper()
    {
        var seen = new DateOnly(2020, 2, 29);
        var records = RecordsOfSeals.Select(e => WorkMerge.RecordOf(e.Paper, e.Aliases, e.Provenance, seen)).ToArray();
        var merged = RecordMerge.Merge(records).Paper;
        var single = WorkMerge.RecordOf(Paper("corpus-1", "Ice"), null, new Provenance("test", "conformance", 1), seen);

        var aliases = RecordsOfSeals.SelectMany(e => e.Aliases!).Distinct().ToArray();
        await AddAsync(Matched(merged) with { Records = records, Aliases = aliases }, Entry(single.Current) with { Records = [single] });

        await using var library = await OpenAsync();
        var kept = await library.GetRecordsAsync(merged.Id, Token);
        Assert.Equal(records.Select(r => CanonicalForm.Of(r.Current)), kept.Select(r => CanonicalForm.Of(r.Current)));
        Assert.All(kept.Concat(await library.GetRecordsAsync(single.Id, Token)), r => Assert.Equal(seen, r.FirstSeen));
        Assert.Equal(UpsertOutcome.Unchanged, Assert.Single(await AddAsync(RecordsOfSeals[2])).Outcome);
    }

    private async Task DeleteAsync(PaperId id)
    {
        await using var writer = await OpenWriterAsync();
        await writer.DeleteAsync([id], Token);
        await writer.CommitAsync(Token);
    }

    private static readonly PaperEntry[] RecordsOfSeals =
    [
        OfSource("arxiv-oai", Seals with { Version = 1 }),
        OfSource("openalex", Paper("doi:10.1000/seals.1", "SEALCOUNT: Counting harbour seals from the air.", SealAbstract[..120]) with
        {
            Doi = "10.1000/seals.1",
            Authors = ["Ada K. Byron", "Émile du Châtelet", "Jo Q. Public"],
            Year = 2025,
            Venue = "Journal of Seals",
        }),
        OfSource("semantic-scholar", Paper("arxiv:2401.00001", Seals.Title) with { Arxiv = "2401.00001", Doi = "10.1000/seals.1" }, "doi:10.1000/seals.1"),
        OfSource("bibtex", Paper("title:0000000000000007", "{SealCount}: Counting {H}arbour {S}eals from the {A}ir") with { Authors = ["Byron, Ada"] }),
    ];

    private static PaperEntry OfSource(string format, Paper paper, params string[] aliases) =>
        Entry(paper, [paper.Id.Value, .. aliases]) with { Keys = WorkKeys.Of(paper), Provenance = new Provenance(format, "conformance", 1) };

    private static PaperEntry Matched(Paper paper) => Entry(paper, paper.Id.Value) with { Keys = WorkKeys.Of(paper) };
}
