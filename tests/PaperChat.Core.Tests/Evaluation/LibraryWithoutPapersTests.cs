using PaperChat.Evaluation;
using PaperChat.Library;
using PaperChat.Papers;
using PaperChat.TestSupport;

namespace PaperChat.Core.Tests.Evaluation;

public sealed class LibraryWithoutPapersTests
{
    private static readonly Paper[] Papers =
    [
        new() { Id = new PaperId("a"), Title = "Kites and wind", Abstract = "Kites rise with kiteometry.", Year = 2024 },
        new() { Id = new PaperId("b"), Title = "Kites at night", Abstract = "Kites are hard to see.", Year = 2024 },
        new() { Id = new PaperId("c"), Title = "Boats", Abstract = "Boats need wind too.", Year = 2020 },
    ];

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_hidden_paper_is_not_found_and_leaves_no_gap()
    {
        await using var inner = await InMemoryPaperLibrary.OfAsync(Papers, Token);
        await using var library = new LibraryWithoutPapers(inner, Hidden("a"));
        var request = new SearchRequest { Terms = [new WeightedTerm("kite"), new WeightedTerm("wind")], Limit = 2 };

        var found = await library.SearchAsync(request, Token);

        Assert.Equal(["b", "c"], found.Lexical.Select(c => c.Paper.Value).Order());
    }

    [Fact]
    public async Task A_hidden_paper_of_many_chunks_does_not_crowd_out_the_others()
    {
        await using var inner = new InMemoryPaperLibrary();
        await using (var writer = inner.OpenWriter())
        {
            var chunks = Enumerable.Range(0, 20).Select(i => new Chunk(i, PaperField.Abstract, 0, Papers[0].Abstract.Length));
            var provenance = new Provenance("test", "memory", null);
            await writer.UpsertAsync(
                [
                    new PaperEntry { Paper = Papers[0], Chunks = [.. chunks], Provenance = provenance },
                    new PaperEntry { Paper = Papers[1], Chunks = [new Chunk(0, PaperField.Abstract, 0, 5)], Provenance = provenance },
                ],
                Token);
            await writer.CommitAsync(Token);
        }

        await using var library = new LibraryWithoutPapers(inner, Hidden("a"));

        var found = await library.SearchAsync(new SearchRequest { Terms = [new WeightedTerm("kite")], Limit = 1 }, Token);

        Assert.Equal("b", Assert.Single(found.Lexical).Paper.Value);
    }

    [Fact]
    public async Task Lists_and_counts_do_not_hold_it()
    {
        await using var inner = await InMemoryPaperLibrary.OfAsync(Papers, Token);
        await using var library = new LibraryWithoutPapers(inner, Hidden("a"));
        var in2024 = new SearchFilters { Year = new YearRange(2024, 2024) };

        Assert.Equal(["b", "c"], (await library.ListAsync(SearchFilters.None, Token).ToListAsync(Token)).Select(p => p.Id.Value));
        Assert.Equal("c", Assert.Single(await library.GetAsync([new PaperId("a"), new PaperId("c")], Token)).Id.Value);
        Assert.Equal(1, await library.CountAsync(in2024, Token));
        Assert.Equal(2, (await library.GetStateAsync(Token)).Papers);
    }

    [Fact]
    public async Task Words_that_only_it_holds_are_not_known()
    {
        await using var inner = await InMemoryPaperLibrary.OfAsync(Papers, Token);
        await using var library = new LibraryWithoutPapers(inner, Hidden("a"));

        Assert.Equal([0, 1, 1], await library.GetDocumentFrequenciesAsync(["kiteometri", "kite", "wind"], Token));
        Assert.Empty(await library.FindSimilarWordsAsync("kiteometry", 1, 5, Token));
        Assert.Equal(new SimilarWord("kites", 0, 1), Assert.Single(await library.FindSimilarWordsAsync("kites", 1, 5, Token)));
    }

    private static HashSet<PaperId> Hidden(string id) => [new PaperId(id)];
}
