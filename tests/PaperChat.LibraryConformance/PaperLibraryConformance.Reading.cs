using PaperChat.Library;
using PaperChat.Papers;
using PaperChat.TestSupport;
using PaperChat.Text;

namespace PaperChat.LibraryConformance;

public abstract partial class PaperLibraryConformance<TLibrary>
{
    [Theory]
    [MemberData(nameof(FilterCases.Names), MemberType = typeof(FilterCases))]
    public async Task Filters_agree_with_their_reference(string name)
    {
        var filters = FilterCases.All[name];
        Paper[] papers = [.. FilterCases.Papers, .. SyntheticPapers.Make(150, seed: 3)];
        await AddAsync(papers);
        await using var library = await OpenAsync();
        var expected = papers.Where(filters.Matches).Select(p => p.Id).Order().ToArray();
        var everyWord = papers.SelectMany(p => TextAnalyzer.Analyze(p.Title + " " + p.Abstract)).Select(t => t.Term).Distinct();
        var request = new SearchRequest { Terms = [.. everyWord.Select(t => new WeightedTerm(t))], Filters = filters, Limit = 1000 };

        var found = (await library.SearchAsync(request, Token)).Lexical;
        var listed = await ListAsync(library, filters);

        Assert.Equal(name.Contains("nothing", StringComparison.Ordinal), expected.Length == 0);
        Assert.Equal(expected, found.Select(c => c.Paper).Order());
        Assert.Equal(expected, listed.Select(p => p.Id));
        Assert.Equal(expected.Length, await library.CountAsync(filters, Token));
    }

    [Fact]
    public async Task Filters_hold_after_changes_and_deletions()
    {
        var papers = SyntheticPapers.Make(60, seed: 4);
        await AddAsync(papers);
        var changed = papers.Take(20).Select(p => p with { Year = 1999 }).ToArray();
        await AddAsync(changed);
        await using (var writer = await OpenWriterAsync())
        {
            await writer.DeleteAsync([.. papers.Take(30).Skip(10).Select(p => p.Id)], Token);
            await writer.CommitAsync(Token);
        }

        await using var library = await OpenAsync();

        var listed = await ListAsync(library, new SearchFilters { Year = new YearRange(1999, 1999) });
        Assert.Equal(papers.Take(10).Select(p => p.Id).Order(), listed.Select(p => p.Id));
        Assert.Equal(40, await library.CountAsync(SearchFilters.None, Token));
    }

    [Fact]
    public async Task The_days_on_which_papers_were_listed_are_counted_latest_first()
    {
        Paper Listed(string id, ListedDate? day) => Paper(id, "T " + id) with { Listed = day };
        await AddAsync(
            Entry(Listed("a", new ListedDate(2025, 7, 28))), Entry(Listed("b", new ListedDate(null, 12, 31))), Entry(Listed("c", null)),
            Entry(Listed("d", new ListedDate(2025, 7, 28))), Entry(Listed("e", new ListedDate(2025, 8, 1))), Entry(Listed("f", new ListedDate(2024, 1, 2))));
        await using (var writer = await OpenWriterAsync())
        {
            await writer.DeleteAsync([new PaperId("f")], Token);
            await writer.CommitAsync(Token);
        }

        await using var library = await OpenAsync();

        ListedDay[] expected = [new(new ListedDate(2025, 8, 1), 1), new(new ListedDate(2025, 7, 28), 2), new(new ListedDate(null, 12, 31), 1)];
        Assert.Equal(expected, await library.GetListedDaysAsync(Token));
    }

    [Fact]
    public async Task A_list_is_in_the_order_of_ids_and_complete()
    {
        var papers = SyntheticPapers.Make(700, seed: 5);
        await AddAsync(papers);
        await using var library = await OpenAsync();

        var listed = await ListAsync(library, SearchFilters.None);

        Assert.Equal(papers.OrderBy(p => p.Id).Select(p => CanonicalForm.Of(p)), listed.Select(p => CanonicalForm.Of(p)));
    }

    [Fact]
    public async Task Papers_are_given_in_the_order_asked_for()
    {
        await AddAsync(Entry(Paper("a", "A"), "doi:10.1/a"), Entry(Paper("b", "B")), Entry(Paper("c", "C")));
        await using var library = await OpenAsync();

        var papers = await library.GetAsync([new("c"), new("unknown"), new("doi:10.1/a"), new("b"), new("c")], Token);

        Assert.Equal(["c", "a", "b", "c"], papers.Select(p => p.Id.Value));
    }

    [Fact]
    public async Task Nothing_is_visible_before_the_commit_and_all_of_it_after()
    {
        await AddAsync(Paper("a", "Walrus", "Old."));
        await using var library = await OpenAsync();
        var before = await library.GetStateAsync(Token);
        await using var writer = await OpenWriterAsync();

        await writer.UpsertAsync([Entry(Paper("a", "Walrus", "New.")), Entry(Paper("b", "Walrus", "New."))], Token);
        Assert.Equal(before, await library.GetStateAsync(Token));
        Assert.Equal("Old.", Assert.Single(await library.GetAsync([new("a"), new("b")], Token)).Abstract);
        Assert.Single((await library.SearchAsync(Request("walrus"), Token)).Lexical);
        await writer.CommitAsync(Token);

        Assert.Equal(["New.", "New."], (await library.GetAsync([new("a"), new("b")], Token)).Select(p => p.Abstract));
        Assert.Equal(2, (await library.SearchAsync(Request("walrus"), Token)).Lexical.Count);
        var after = await library.GetStateAsync(Token);
        Assert.True(after.Generation > before.Generation);
        Assert.Equal(2, after.Papers);
    }

    [Fact]
    public async Task What_was_not_committed_is_dropped()
    {
        await AddAsync(Paper("a", "Walrus", "Old."));
        await using (var writer = await OpenWriterAsync())
        {
            await writer.UpsertAsync([Entry(Paper("a", "Walrus", "New.")), Entry(Paper("b", "Walrus", "New."))], Token);
        }

        Assert.Equal("Old.", (await GetAsync("a"))!.Abstract);
        Assert.Null(await GetAsync("b"));
        Assert.Equal(UpsertOutcome.Added, (await AddAsync(Paper("b", "Walrus", "New.")))[0].Outcome);
    }

    [Fact]
    public async Task A_writer_goes_on_after_a_commit()
    {
        await using (var writer = await OpenWriterAsync())
        {
            for (var i = 0; i < 30; i++)
            {
                await writer.UpsertAsync([Entry(Paper($"p{i:D2}", "Walrus", $"Text{i}."))], Token);
                await writer.CommitAsync(Token);
            }
        }

        Assert.Equal(30, (await SearchAsync("walrus")).Count);
        Assert.Equal(["p17"], Ids(await SearchAsync("text17")));
    }

    [Fact]
    public async Task A_list_that_began_keeps_to_its_state()
    {
        var papers = SyntheticPapers.Make(600, seed: 6);
        await AddAsync(papers);
        await using var library = await OpenAsync();
        var seen = new List<PaperId>();

        await foreach (var paper in library.ListAsync(SearchFilters.None, Token))
        {
            if (seen.Count == 0)
            {
                await using var writer = await OpenWriterAsync();
                await writer.DeleteAsync([.. papers.Select(p => p.Id)], Token);
                await writer.CommitAsync(Token);
            }

            seen.Add(paper.Id);
        }

        Assert.Equal(seen.Order(), seen);
        Assert.Subset(papers.Select(p => p.Id).ToHashSet(), seen.ToHashSet());
        Assert.True(seen.Count == papers.Count || !Traits.CommitsAtOnce);
        Assert.Equal(0, await library.CountAsync(SearchFilters.None, Token));
    }

    [Fact]
    public async Task A_second_writer_is_refused_until_the_first_is_gone_unless_writers_may_work_side_by_side()
    {
        if (!Traits.HasOneWriter)
        {
            await using var first = await OpenWriterAsync();
            await using var second = await OpenWriterAsync();
            await first.UpsertAsync([Entry(Paper("a", "Walrus", "Same."))], Token);
            await second.UpsertAsync([Entry(Paper("b", "Walrus", "Other.")), Entry(Paper("a", "Walrus", "Same."))], Token);
            await first.CommitAsync(Token);
            await second.CommitAsync(Token);
            Assert.Equal(["a", "b"], Ids(await SearchAsync("walrus")).Order());
            return;
        }

        await using (await OpenWriterAsync())
        {
            await Assert.ThrowsAnyAsync<LibraryException>(OpenWriterAsync);
        }

        await using var again = await OpenWriterAsync();
        Assert.NotNull(again);
    }

    [Fact]
    public async Task The_state_counts_papers_and_names_their_span()
    {
        await AddAsync(
            Paper("a", "A", "Text.") with { Year = 2021, Listed = new ListedDate(null, 7, 28) },
            Paper("b", "B", "Text.") with { Year = 2024, Listed = new ListedDate(2025, 1, 2), Kind = PaperKind.Summary },
            Paper("c", "C"));
        await using var library = await OpenAsync();

        var state = await library.GetStateAsync(Token);

        Assert.Equal((3L, 3L, 1L), (state.Papers, state.Chunks, state.Summaries));
        Assert.Equal((2021, 2024), (state.FirstYear, state.LastYear));
        Assert.Equal((new ListedDate(null, 7, 28), new ListedDate(2025, 1, 2)), (state.FirstListed, state.LastListed));
    }

    [Fact]
    public async Task Similar_words_come_nearest_first_then_by_frequency()
    {
        await AddAsync(
            Paper("a", "Transformer", "Transformers transform; the transformer."), Paper("b", "A transformer", "Transforms."),
            Paper("c", "Transfomer", "Misspelt."), Paper("d", "Gransformer", "Begins otherwise."));
        await using var library = await OpenAsync();

        var near = await library.FindSimilarWordsAsync("transformer", 2, 3, Token);
        var swapped = await library.FindSimilarWordsAsync("trasnformer", 1, 3, Token);

        if (!Traits.KeepsWords)
        {
            Assert.Empty(near.Concat(swapped));
            return;
        }

        Assert.Equal([new("transformer", 0, 2), new("transfomer", 1, 1), new("transformers", 1, 1)], near);
        Assert.Equal([new("transformer", 1, 2)], swapped);
    }

    [Fact]
    public async Task Document_frequencies_count_chunks_that_hold_a_term()
    {
        await AddAsync(Paper("a", "Walrus", "Walrus walrus."), Paper("b", "Seal", "A walrus."), Paper("c", "Seal", "Seals."));
        await using var library = await OpenAsync();

        Assert.Equal([2L, 0L, 2L], await library.GetDocumentFrequenciesAsync(["walru", "unknown", "seal"], Token));
    }

    [Fact]
    public async Task Runs_come_newest_first_and_are_replaced_by_their_id()
    {
        var start = new DateTimeOffset(2025, 7, 28, 10, 0, 0, TimeSpan.FromHours(2));
        IngestionRun[] runs =
        [
            .. Enumerable.Range(0, 3).Select(i => new IngestionRun
            {
                Id = new Guid(i, 0, 0, new byte[8]), Input = $"page{i}.txt", Started = start.AddHours(i),
            }),
        ];
        var finished = runs[1] with { Finished = start.AddHours(1.5), Added = 64, Changed = 1, Unchanged = 2, Rejected = 3 };

        await using (var writer = await OpenWriterAsync())
        {
            foreach (var run in runs.Append(finished))
            {
                await writer.RecordRunAsync(run, Token);
            }

            await writer.CommitAsync(Token);
        }

        await using var library = await OpenAsync();
        Assert.Equal([runs[2], finished, runs[0]], await library.GetRunsAsync(10, Token));
        Assert.Equal([runs[2]], await library.GetRunsAsync(1, Token));
    }

    [Fact]
    public async Task Many_searches_at_once_each_see_one_state()
    {
        await AddAsync(Paper("p", "Walrus", "Text."));
        await using var library = await OpenAsync();
        await using var writer = await OpenWriterAsync();
        var done = 0;

        var searches = Enumerable.Range(0, 4).Select(_ => Task.Run(async () =>
        {
            while (Volatile.Read(ref done) == 0)
            {
                // Each commit adds two papers at once, so their number is always odd.
                var count = (await library.SearchAsync(Request("walrus"), Token)).Lexical.Count;
                Assert.True(count % 2 == 1 || (!Traits.CommitsAtOnce && count > 0));
            }
        })).ToArray();
        for (var i = 0; i < 25; i++)
        {
            await writer.UpsertAsync([Entry(Paper($"a{i}", "Walrus", "Text.")), Entry(Paper($"b{i}", "Walrus", "Text."))], Token);
            await writer.CommitAsync(Token);
        }

        Volatile.Write(ref done, 1);
        await Task.WhenAll(searches);
        Assert.Equal(51, (await library.SearchAsync(Request("walrus"), Token)).Lexical.Count);
    }

    [Fact]
    public async Task A_cancelled_call_does_nothing()
    {
        await AddAsync(Paper("a", "Walrus"));
        await using var library = await OpenAsync();
        using var cancelled = new CancellationTokenSource();
        await cancelled.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => library.SearchAsync(Request("walrus"), cancelled.Token));
    }

    private static async Task<List<Paper>> ListAsync(IPaperLibrary library, SearchFilters filters)
    {
        var papers = new List<Paper>();
        await foreach (var paper in library.ListAsync(filters, Token))
        {
            papers.Add(paper);
        }

        return papers;
    }
}
