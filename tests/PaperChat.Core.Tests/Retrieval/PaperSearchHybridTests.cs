using PaperChat.Papers;
using PaperChat.Retrieval;
using PaperChat.TestSupport;

namespace PaperChat.Core.Tests.Retrieval;

public sealed class PaperSearchHybridTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Of_papers_with_the_same_words_the_one_that_names_them_in_its_title_comes_first()
    {
        var search = await SearchAsync(
            Paper("a", "Notes from the north", "Walrus tusks grow slowly. They were measured."),
            Paper("b", "Walrus tusks measured", "They grow slowly. Notes from the north."));

        Assert.Equal(["b", "a"], await RankAsync(search, "walrus tusks"));
    }

    [Fact]
    public async Task Of_papers_with_the_same_words_the_one_that_has_them_side_by_side_comes_first()
    {
        var search = await SearchAsync(
            Paper("a", "Field notes", "Tusks of one animal grew, said a walrus keeper."),
            Paper("b", "Field notes", "Grew of one animal, said a keeper, walrus tusks."));

        Assert.Equal(["b", "a"], await RankAsync(search, "walrus tusks"));
    }

    [Theory]
    [InlineData("One keeper heard a walrus. Tusks grew there.", "There one walrus tusks keeper grew. Heard a.")]
    [InlineData("Tusks keeper heard there, grew a walrus.", "Keeper heard there grew tusks, a walrus.")]
    public async Task Words_are_side_by_side_within_a_sentence_whatever_stop_words_stand_between(string apart, string together)
    {
        var search = await SearchAsync(Paper("a", "Field notes", apart), Paper("b", "Field notes", together));

        Assert.Equal(["b", "a"], await RankAsync(search, apart.StartsWith("Tusks", StringComparison.Ordinal) ? "tusks of a walrus" : "walrus tusks"));
    }

    [Fact]
    public async Task The_words_of_asking_do_not_rank()
    {
        var search = await SearchAsync(
            Paper("asks", "Which papers discuss papers", "Papers that discuss papers about papers."),
            Paper("tells", "Glacier flow in winter", "Ice moves."));

        Assert.Equal("tells", (await RankAsync(search, "Which papers discuss glacier flow?"))[0]);
    }

    [Fact]
    public async Task A_snippet_is_the_sentence_that_holds_most_of_the_query()
    {
        var search = await SearchAsync(Paper("a", "Ice", "Ice is cold. The flow of ice near the coast is fast. It melts."));

        var result = await search.SearchAsync(new PaperQuery { Text = "flow of ice near the coast" }, Token);

        Assert.Equal("The flow of ice near the coast is fast.", Assert.Single(result.Hits).Snippet.Text);
    }

    private static async Task<PaperSearch> SearchAsync(params Paper[] papers)
    {
        var model = WordVectors.Model();
        return new PaperSearch(await SearchLibraries.OfAsync(model, papers, Token), TimeProvider.System, model);
    }

    private static async Task<string[]> RankAsync(PaperSearch search, string query) =>
        [.. (await search.RankAsync(new PaperQuery { Text = query, Limit = 10 }, Token)).Select(p => p.Value)];

    private static Paper Paper(string id, string title, string text) => new() { Id = new PaperId(id), Title = title, Abstract = text };
}
