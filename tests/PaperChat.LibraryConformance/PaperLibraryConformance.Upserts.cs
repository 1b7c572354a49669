using PaperChat.Library;
using PaperChat.Papers;
using PaperChat.TestSupport;

namespace PaperChat.LibraryConformance;

public abstract partial class PaperLibraryConformance<TLibrary>
{
    [Fact]
    public async Task A_new_paper_is_added_and_read_back_as_it_was()
    {
        var paper = Paper("s2:1", "Sparse attention – a survey", "Two sentences.  With 62.3\\% odd spacing.") with
        {
            Authors = ["Ada Byron", "Émilie du Châtelet"],
            Year = 2024,
            Venue = "ICLR 2024",
            Url = "https://example.org/a?b=c",
            Doi = "10.1000/xyz",
            Arxiv = "2401.00001",
            Categories = ["cs.CL", "attention"],
            Listed = new ListedDate(null, 7, 28),
            Links = ["https://example.org/code"],
        };

        var results = await AddAsync(paper);

        Assert.Equal([new UpsertResult(paper.Id, UpsertOutcome.Added)], results);
        var stored = await GetAsync("s2:1");
        Assert.NotNull(stored);
        Assert.Equal(CanonicalForm.Of(paper), CanonicalForm.Of(stored));
    }

    [Fact]
    public async Task A_document_keeps_its_body_and_every_chunk_is_searched()
    {
        var paper = Paper("d1", "Long report", "Short abstract.") with { Body = "Alpha part. Omega part.", Kind = PaperKind.Document };
        Chunk[] chunks =
        [
            new(0, PaperField.Abstract, 0, 15), new(1, PaperField.Body, 0, 11), new(2, PaperField.Body, 12, 11),
        ];

        await AddAsync(Entry(paper) with { Chunks = chunks });

        Assert.Equal("Alpha part. Omega part.", (await GetAsync("d1"))!.Body);
        Assert.Equal(2, Assert.Single(await SearchAsync("omega")).Chunk);
        Assert.Equal([0, 1, 2], (await SearchAsync("report")).Select(c => c.Chunk).Order());
    }

    [Fact]
    public async Task The_same_entry_again_is_unchanged_and_makes_no_new_generation()
    {
        var entry = Entry(Paper("arxiv:2401.00001", "A title", "A text."), "title:0123456789abcdef");
        await AddAsync(entry);
        await using var library = await OpenAsync();
        var before = await library.GetStateAsync(Token);

        var results = await AddAsync(entry);

        Assert.Equal(UpsertOutcome.Unchanged, Assert.Single(results).Outcome);
        Assert.Equal(before, await library.GetStateAsync(Token));
    }

    [Fact]
    public async Task An_entry_that_says_less_than_the_stored_paper_is_unchanged()
    {
        var paper = Paper("arxiv:2401.00001", "A title", "A text.") with { Authors = ["Ada Byron"], Year = 2024 };
        await AddAsync(paper);

        var results = await AddAsync(Paper("arxiv:2401.00001", "A title"));

        Assert.Equal(UpsertOutcome.Unchanged, Assert.Single(results).Outcome);
        Assert.Equal(["Ada Byron"], (await GetAsync("arxiv:2401.00001"))!.Authors);
        Assert.Single(await SearchAsync("text"));
    }

    [Fact]
    public async Task A_changed_abstract_replaces_the_old_one_in_text_and_search()
    {
        await AddAsync(Paper("a", "Title", "Walrus."), Paper("b", "Title", "Walrus."));

        var results = await AddAsync(Paper("a", "Title", "Penguin."));

        Assert.Equal(UpsertOutcome.Changed, Assert.Single(results).Outcome);
        Assert.Equal("Penguin.", (await GetAsync("a"))!.Abstract);
        Assert.Equal(["b"], Ids(await SearchAsync("walrus")));
        Assert.Equal(["a"], Ids(await SearchAsync("penguin")));
    }

    [Fact]
    public async Task An_unknown_detail_is_filled_in_and_the_rest_stays()
    {
        await AddAsync(Paper("a", "Title", "Text.") with { Year = 2023, Venue = "ACL" });

        var results = await AddAsync(Paper("a", "Title", "Text.") with { Authors = ["Ada Byron"] });

        Assert.Equal(UpsertOutcome.Changed, Assert.Single(results).Outcome);
        var stored = (await GetAsync("a"))!;
        Assert.Equal((2023, "ACL", "Ada Byron"), (stored.Year, stored.Venue, Assert.Single(stored.Authors)));
    }

    [Fact]
    public async Task A_day_without_a_year_does_not_replace_the_same_full_date()
    {
        await AddAsync(Paper("a", "Title", "Text.") with { Listed = new ListedDate(2025, 7, 28) });

        var results = await AddAsync(Paper("a", "Title", "Text.") with { Listed = new ListedDate(null, 7, 28) });

        Assert.Equal(UpsertOutcome.Unchanged, Assert.Single(results).Outcome);
    }

    [Fact]
    public async Task A_better_id_becomes_the_papers_id_and_the_old_one_stays_an_alias()
    {
        await AddAsync(Entry(Paper("title:0123456789abcdef", "Title", "Text."), "title:0123456789abcdef"));
        var third = Paper("arxiv:2401.00001", "Title", "Text.");

        var toDoi = await AddAsync(Entry(Paper("doi:10.1/a", "Title", "Text."), "title:0123456789abcdef"));
        var toArxiv = await AddAsync(Entry(third, "doi:10.1/a", "title:0123456789abcdef"));

        Assert.Equal(new UpsertResult(new PaperId("doi:10.1/a"), UpsertOutcome.Changed), Assert.Single(toDoi));
        Assert.Equal(new UpsertResult(third.Id, UpsertOutcome.Changed), Assert.Single(toArxiv));
        foreach (var id in new[] { "title:0123456789abcdef", "doi:10.1/a", "arxiv:2401.00001" })
        {
            Assert.Equal(third.Id, (await GetAsync(id))!.Id);
        }

        Assert.Equal(["arxiv:2401.00001"], Ids(await SearchAsync("text")));
        await using var library = await OpenAsync();
        Assert.Equal(1, (await library.GetStateAsync(Token)).Papers);
    }

    [Fact]
    public async Task A_worse_id_becomes_an_alias_of_the_stored_paper()
    {
        await AddAsync(Entry(Paper("arxiv:2401.00001", "Title", "Text."), "doi:10.1/a"));

        var results = await AddAsync(Entry(Paper("doi:10.1/a", "Title", "Text."), "s2:7"));

        Assert.Equal("arxiv:2401.00001", Assert.Single(results).Id.Value);
        Assert.Equal("arxiv:2401.00001", (await GetAsync("doi:10.1/a"))!.Id.Value);
        Assert.Equal("arxiv:2401.00001", (await GetAsync("s2:7"))!.Id.Value);
    }

    [Fact]
    public async Task Papers_with_ids_of_their_own_and_the_same_title_stay_two()
    {
        var results = await AddAsync(
            Entry(Paper("s2:1", "Introduction", "First."), "title:0123456789abcdef"),
            Entry(Paper("s2:2", "Introduction", "Second."), "title:0123456789abcdef"));

        Assert.All(results, r => Assert.Equal(UpsertOutcome.Added, r.Outcome));
        Assert.Equal(["s2:1", "s2:2"], Ids(await SearchAsync("introduction")).Order());
    }

    [Fact]
    public async Task A_paper_known_by_its_title_alone_merges_with_one_that_has_an_id()
    {
        await AddAsync(Entry(Paper("s2:1", "Introduction", "First."), "title:0123456789abcdef"));

        var results = await AddAsync(Entry(Paper("title:0123456789abcdef", "Introduction", "First."), "title:0123456789abcdef"));

        Assert.Equal([new UpsertResult(new PaperId("s2:1"), UpsertOutcome.Unchanged)], results);
    }

    [Fact]
    public async Task Without_aliases_the_own_id_alone_decides()
    {
        await AddAsync(Entry(Paper("s2:1", "Title", "Text."), "doi:10.1/a", "title:0123456789abcdef"));

        var results = await AddAsync(Paper("doi:10.1/a", "Title", "Text."), Paper("title:0123456789abcdef", "Title", "Text."));

        Assert.All(results, r => Assert.Equal(UpsertOutcome.Added, r.Outcome));
        Assert.Equal("doi:10.1/a", (await GetAsync("doi:10.1/a"))!.Id.Value);
        Assert.Equal(3, (await SearchAsync("text")).Count);
    }

    [Fact]
    public async Task A_paper_repeated_in_a_batch_is_handled_like_a_later_batch()
    {
        var results = await AddAsync(
            Entry(Paper("a", "Title", "One."), "doi:10.1/a"), Entry(Paper("a", "Title", "One."), "doi:10.1/a"),
            Entry(Paper("doi:10.1/a", "Title", "Two."), "doi:10.1/a"));

        Assert.Equal([UpsertOutcome.Added, UpsertOutcome.Unchanged, UpsertOutcome.Changed], results.Select(r => r.Outcome));
        Assert.Equal("doi:10.1/a", results[2].Id.Value);
        Assert.Equal(["doi:10.1/a"], Ids(await SearchAsync("two")));
        Assert.Empty(await SearchAsync("one"));
    }

    [Fact]
    public async Task A_summary_never_replaces_the_papers_own_text()
    {
        await AddAsync(Paper("a", "Title", "The real text."));

        var results = await AddAsync(Paper("a", "Title", "A retelling.") with { Kind = PaperKind.Summary });

        Assert.Equal(UpsertOutcome.Superseded, Assert.Single(results).Outcome);
        Assert.Equal("The real text.", (await GetAsync("a"))!.Abstract);
        Assert.Empty(await SearchAsync("retelling"));
    }

    [Fact]
    public async Task The_papers_own_text_replaces_a_summary_even_by_none()
    {
        await AddAsync(
            Paper("a", "Title", "A retelling.") with { Kind = PaperKind.Summary },
            Paper("b", "Title", "A retelling.") with { Kind = PaperKind.Summary });

        var results = await AddAsync(Paper("a", "Title", "The real text."), Paper("b", "Title"));

        Assert.All(results, r => Assert.Equal(UpsertOutcome.Changed, r.Outcome));
        Assert.Equal((PaperKind.Abstract, "The real text."), ((await GetAsync("a"))!.Kind, (await GetAsync("a"))!.Abstract));
        Assert.Equal((PaperKind.Abstract, ""), ((await GetAsync("b"))!.Kind, (await GetAsync("b"))!.Abstract));
        await using var library = await OpenAsync();
        Assert.Equal(0, (await library.GetStateAsync(Token)).Summaries);
    }

    [Fact]
    public async Task A_deleted_paper_is_gone_with_its_aliases()
    {
        await AddAsync(Entry(Paper("a", "Title", "Walrus."), "doi:10.1/a"), Entry(Paper("b", "Title", "Walrus."), "doi:10.1/b"));

        await using (var writer = await OpenWriterAsync())
        {
            var deleted = await writer.DeleteAsync([new PaperId("doi:10.1/a"), new PaperId("unknown")], Token);
            await writer.CommitAsync(Token);
            Assert.Equal(["a"], deleted.Select(d => d.Value));
        }

        Assert.Null(await GetAsync("a"));
        Assert.Null(await GetAsync("doi:10.1/a"));
        Assert.Equal(["b"], Ids(await SearchAsync("walrus")));
        Assert.Equal(UpsertOutcome.Added, (await AddAsync(Entry(Paper("doi:10.1/a", "Title", "Text."), "a")))[0].Outcome);
    }

    [Fact]
    public async Task A_paper_deleted_and_added_again_before_the_commit_is_there_once()
    {
        await AddAsync(Paper("a", "Title", "Walrus."));

        await using (var writer = await OpenWriterAsync())
        {
            await writer.DeleteAsync([new PaperId("a")], Token);
            await writer.UpsertAsync([Entry(Paper("a", "Title", "Penguin."))], Token);
            await writer.UpsertAsync([Entry(Paper("b", "Title", "Walrus."))], Token);
            await writer.DeleteAsync([new PaperId("b")], Token);
            await writer.CommitAsync(Token);
        }

        Assert.Empty(await SearchAsync("walrus"));
        Assert.Equal(["a"], Ids(await SearchAsync("penguin")));
    }
}
