using PaperChat.Library;
using PaperChat.Papers;
using PaperChat.TestSupport;

namespace PaperChat.LibraryConformance;

public abstract partial class PaperLibraryConformance<TLibrary>
{
    // Libraries may keep vectors in a byte a number.
    private const double CosineTolerance = 0.01;

    private readonly EmbeddingModel _model = WordVectors.Model();

    [Fact]
    public async Task Chunks_come_in_the_order_of_their_cosines()
    {
        var papers = SyntheticPapers.Make(300, seed: 21);
        await AddWithVectorsAsync([.. papers.Select(p => Entry(p))]);
        var reference = await ReferenceAsync(papers);
        await using var library = await OpenAsync();

        foreach (var words in SyntheticPapers.Questions(20, seed: 22))
        {
            var request = await NearAsync(words);
            var found = (await library.SearchAsync(request, Token)).Dense;
            var expected = (await reference.SearchAsync(request with { Limit = 1000 }, Token)).Dense;
            var cosines = expected.ToDictionary(c => (c.Paper, c.Chunk), c => c.Score);

            Assert.Equal(Math.Min(request.Limit, expected.Count), found.Count);
            Assert.All(found, c => Assert.Equal(cosines[(c.Paper, c.Chunk)], c.Score, CosineTolerance));
            Assert.All(found.Zip(found.Skip(1)), pair => Assert.True(pair.First.Score >= pair.Second.Score));
            Assert.All(found.Zip(expected), pair => Assert.Equal(pair.Second.Score, pair.First.Score, CosineTolerance));
        }
    }

    [Fact]
    public async Task Equal_cosines_come_in_the_order_of_ids()
    {
        await AddWithVectorsAsync([.. new[] { "c", "a", "b" }.Select(id => Entry(Paper(id, "Walrus", "A walrus swims.")))]);
        await using var library = await OpenAsync();

        var found = (await library.SearchAsync(await NearAsync("walrus"), Token)).Dense;

        Assert.Equal(["a", "b", "c"], Ids(found));
    }

    [Fact]
    public async Task Filters_and_phrases_apply_to_what_is_near_before_the_limit()
    {
        var papers = Enumerable.Range(0, 60).Select(i => Paper($"p{i:D2}", "Walrus", "A walrus swims.") with { Year = 2000 + (i % 2) });
        await AddWithVectorsAsync([.. papers.Append(Paper("other", "Walrus and seal", "A tired walrus sleeps.") with { Year = 1999 }).Select(p => Entry(p))]);
        await using var library = await OpenAsync();
        var near = await NearAsync("walrus swims") with { Limit = 5 };

        async Task<string[]> FindAsync(SearchRequest request) => Ids((await library.SearchAsync(request, Token)).Dense);

        Assert.Equal(["other"], await FindAsync(near with { Filters = new SearchFilters { Year = new YearRange(1999, 1999) } }));
        Assert.Equal(["p01", "p03", "p05", "p07", "p09"], await FindAsync(near with { Filters = new SearchFilters { Year = new YearRange(2001, 2001) } }));
        Assert.Equal(["other"], await FindAsync(near with { RequiredPhrases = [Phrase("tired walrus")] }));
        Assert.Equal(["other"], await FindAsync(near with { ExcludedPhrases = [Phrase("swims")] }));
        Assert.Empty(await FindAsync(near with { Filters = new SearchFilters { Year = new YearRange(1800, 1801) } }));
    }

    [Fact]
    public async Task Deleted_and_changed_papers_are_near_as_they_are_now()
    {
        await AddWithVectorsAsync(Entry(Paper("gone", "Walrus", "A walrus swims.")), Entry(Paper("changed", "Walrus", "A walrus dives.")), Entry(Paper("kept", "Seal", "A seal swims.")));
        await using (var writer = await OpenWriterAsync(_model))
        {
            await writer.DeleteAsync([new PaperId("gone")], Token);
            await writer.UpsertAsync([Entry(Paper("changed", "Lichen", "Lichen grows on granite."))], Token);
            await writer.CommitAsync(Token);
        }

        await using var library = await OpenAsync();

        Assert.Equal("kept", (await library.SearchAsync(await NearAsync("a seal swims"), Token)).Dense[0].Paper.Value);
        Assert.DoesNotContain("gone", Ids((await library.SearchAsync(await NearAsync("walrus swims"), Token)).Dense));
        var lichen = (await library.SearchAsync(await NearAsync("lichen. lichen grows on granite."), Token)).Dense[0];
        Assert.Equal(("changed", 1.0), (lichen.Paper.Value, Math.Round(lichen.Score, 2)));
    }

    [Fact]
    public async Task Near_chunks_carry_their_lexical_score_unless_it_is_unknown()
    {
        var papers = SyntheticPapers.Make(200, seed: 23);
        await AddWithVectorsAsync([.. papers.Select(p => Entry(p))]);
        await using var library = await OpenAsync();

        foreach (var words in SyntheticPapers.Questions(10, seed: 24))
        {
            var lists = await library.SearchAsync(await NearAsync(words) with { Terms = Request(words).Terms, Limit = 200 }, Token);
            var scores = lists.Lexical.ToDictionary(c => (c.Paper, c.Chunk), c => c.Score);

            Assert.All(lists.Dense.Where(c => c.Bm25 is not null), c => Assert.Equal(scores.GetValueOrDefault((c.Paper, c.Chunk)), c.Bm25!.Value, 1e-6 + (c.Bm25!.Value * Traits.ScoreTolerance)));
        }
    }

    [Fact]
    public async Task Without_a_vector_nothing_is_near()
    {
        await AddWithVectorsAsync(Entry(Paper("a", "Walrus", "A walrus swims.")));
        await using var library = await OpenAsync();

        Assert.Empty((await library.SearchAsync(Request("walrus"), Token)).Dense);
        Assert.Empty((await library.SearchAsync(new SearchRequest { Vector = new float[48] }, Token)).Dense);
        Assert.Empty((await library.SearchAsync(await NearAsync("walrus") with { Limit = 0 }, Token)).Dense);
    }

    [Fact]
    public async Task A_library_without_vectors_has_nothing_near_and_is_searched_by_words()
    {
        await AddAsync(Paper("a", "Walrus", "A walrus swims."));
        await using var library = await OpenAsync();

        var lists = await library.SearchAsync(await NearAsync("walrus") with { Terms = Request("walrus").Terms, WithVectors = true }, Token);

        Assert.Equal(["a"], Ids(lists.Lexical));
        Assert.Null(lists.Lexical[0].Vector);
        Assert.Empty(lists.Dense);
        Assert.Null((await library.GetManifestAsync(Token)).EmbeddingModel);
    }

    [Fact]
    public async Task Candidates_of_both_lists_carry_their_vectors_when_asked()
    {
        await AddWithVectorsAsync(Entry(Paper("a", "Walrus", "A walrus swims.")), Entry(Paper("b", "Seal", "A seal swims.")));
        await using var library = await OpenAsync();
        var request = await NearAsync("walrus") with { Terms = Request("walrus").Terms };

        var lists = await library.SearchAsync(request with { WithVectors = true }, Token);

        var vector = (await _model.EmbedAsync(["Walrus. A walrus swims."], Token))[0].ToArray();
        Assert.All(lists.Lexical.Concat(lists.Dense).Where(c => c.Paper.Value == "a"), c => Assert.Equal(vector, c.Vector!.Value.ToArray(), (x, y) => Math.Abs(x - y) < CosineTolerance));
        Assert.Equal(2, lists.Lexical.Concat(lists.Dense).Count(c => c.Paper.Value == "a"));
        Assert.All((await library.SearchAsync(request, Token)).Dense, c => Assert.Null(c.Vector));
    }

    [Fact]
    public async Task The_manifest_names_the_model_and_a_vector_of_another_one_is_refused()
    {
        await AddWithVectorsAsync(Entry(Paper("a", "Walrus", "A walrus swims.")));
        await using var library = await OpenAsync();
        var request = await NearAsync("walrus");

        Assert.Equal(_model.Info, (await library.GetManifestAsync(Token)).EmbeddingModel);
        Assert.NotEmpty((await library.SearchAsync(request with { VectorModel = _model.Info }, Token)).Dense);
        var error = await Assert.ThrowsAsync<IndexIncompatibleException>(
            () => library.SearchAsync(request with { VectorModel = new EmbeddingModelInfo("another", 48, "ff") }, Token));
        Assert.Contains("another", error.Message, StringComparison.Ordinal);
        Assert.Contains(_model.Info.Name, error.Message, StringComparison.Ordinal);
    }

    private async Task AddWithVectorsAsync(params IReadOnlyList<PaperEntry> entries)
    {
        await using var writer = await OpenWriterAsync(_model);
        await writer.UpsertAsync(entries, Token);
        await writer.CommitAsync(Token);
    }

    private async Task<InMemoryPaperLibrary> ReferenceAsync(IEnumerable<Paper> papers)
    {
        var reference = new InMemoryPaperLibrary(_model);
        await using var writer = reference.OpenWriter();
        await writer.UpsertAsync([.. papers.Select(p => Entry(p))], Token);
        await writer.CommitAsync(Token);
        return reference;
    }

    private async Task<SearchRequest> NearAsync(string words) => new() { Vector = (await _model.EmbedAsync([words], Token))[0], Limit = 25 };
}
