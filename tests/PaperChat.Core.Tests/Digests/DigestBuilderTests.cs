using PaperChat.Core.Tests.Review;
using PaperChat.Digests;
using PaperChat.Papers;
using PaperChat.TestSupport;

namespace PaperChat.Core.Tests.Digests;

public sealed class DigestBuilderTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task New_papers_that_fit_are_told_with_their_sentences_and_links()
    {
        var reef = PaperOf("reef", "Mapping coral reefs", "Boats are slow. We map coral reefs with kites. The code is free.") with
        {
            Url = "https://papers.test/reef",
            Links = ["https://reef.test/", "https://github.com/reefs/kites"],
            Authors = ["A. Ray", "B. Eel"],
        };

        var digest = await BuildAsync("coral reefs", [reef, Other(1)], [reef, Other(1)]);

        var entry = Assert.Single(Assert.Single(digest.Groups).Entries);
        Assert.Equal((1, "Mapping coral reefs", "https://papers.test/reef", "https://github.com/reefs/kites", "A. Ray and B. Eel"), (entry.Number, entry.Title, entry.Url, entry.Code, entry.Authors));
        Assert.Equal(2, digest.Considered);
        Assert.Contains(entry.Quotes, q => q.Text == "We map coral reefs with kites.");
        Assert.All(entry.Quotes, q => Assert.Equal(q.Text, reef.Abstract[q.Start..q.End]));
    }

    [Fact]
    public async Task Papers_that_are_not_new_and_papers_on_something_else_are_not_told()
    {
        var known = PaperOf("known", "Coral reefs at night", "We watch coral reefs at night.");

        var digest = await BuildAsync("coral reefs", [known, Other(1)], [Other(1)]);

        Assert.True(digest.IsEmpty);
    }

    [Fact]
    public async Task A_paper_like_one_that_is_liked_is_told_and_the_liked_one_is_not()
    {
        var liked = PaperOf("liked", "Kites over glacier lakes", "We fly kites over glacier lakes.");
        var like = PaperOf("like", "Glacier lakes seen from kites", "Kites see glacier lakes well.");

        var digest = await BuildAsync("coral reefs", [liked, like, Other(1)], [liked, like, Other(1)], likes: [liked]);

        Assert.Equal("like", Assert.Single(Assert.Single(digest.Groups).Entries).Id);
    }

    [Fact]
    public async Task Of_papers_that_fit_alike_the_one_with_more_votes_comes_first()
    {
        var few = PaperOf("a", "Coral reefs of the north", "We look at coral reefs of the north.") with { Upvotes = 2 };
        var many = PaperOf("b", "Coral reefs of the south", "We look at coral reefs of the south.") with { Upvotes = 90 };

        var digest = await BuildAsync("coral reefs", [few, many], [few, many]);

        Assert.Equal(["b", "a"], Assert.Single(digest.Groups).Entries.Select(e => e.Id));
    }

    [Fact]
    public async Task Of_papers_that_fit_alike_the_one_that_was_listed_later_comes_first()
    {
        var early = PaperOf("a", "Coral reefs of the north", "We look at coral reefs of the north.") with { Listed = new ListedDate(2025, 7, 21) };
        var late = PaperOf("b", "Coral reefs of the south", "We look at coral reefs of the south.") with { Listed = new ListedDate(2025, 7, 28) };

        var digest = await BuildAsync("coral reefs", [early, late], [early, late]);

        Assert.Equal(["b", "a"], Assert.Single(digest.Groups).Entries.Select(e => e.Id));
    }

    [Fact]
    public async Task Trending_papers_are_those_with_most_votes_whatever_they_are_about_and_none_twice()
    {
        var reef = PaperOf("reef", "Mapping coral reefs", "We map coral reefs with kites.") with { Upvotes = 50 };
        var quarry = Other(1) with { Upvotes = 40 };

        var digest = await BuildAsync("coral reefs", [reef, quarry, Other(2)], [reef, quarry, Other(2)], trending: true);

        Assert.Equal("reef", Assert.Single(Assert.Single(digest.Groups).Entries).Id);
        var entry = Assert.Single(digest.Trending);
        Assert.Equal((2, quarry.Id.Value, 40), (entry.Number, entry.Id, entry.Upvotes));
    }

    [Fact]
    public async Task Many_papers_are_grouped_and_numbered_through()
    {
        Paper[] papers = [.. ReviewPapers.All.Take(6)];

        var digest = await BuildAsync("reefs", papers, papers);

        Assert.Equal([3, 3], digest.Groups.Select(g => g.Entries.Count));
        Assert.Equal(["Coral nurseries", "Sonar imaging"], digest.Groups.Select(g => g.Title).Order());
        Assert.Equal(Enumerable.Range(1, 6), digest.Groups.SelectMany(g => g.Entries).Select(e => e.Number));
    }

    [Fact]
    public async Task An_address_that_is_none_of_the_web_is_left_out()
    {
        var reef = PaperOf("reef", "Mapping coral reefs", "We map coral reefs.") with { Url = "javascript:alert(1)", Links = ["javascript:github.com/a/b"] };

        var entry = Assert.Single(Assert.Single((await BuildAsync("coral reefs", [reef], [reef])).Groups).Entries);

        Assert.Null(entry.Url);
        Assert.Null(entry.Code);
    }

    private static async Task<Digest> BuildAsync(string interest, Paper[] library, Paper[] arrived, Paper[]? likes = null, bool trending = false)
    {
        await using var held = await InMemoryPaperLibrary.OfAsync(library, Token);
        return await new DigestBuilder(held, new TestTime(), null).BuildAsync(
            new DigestRequest { Interest = interest, Papers = [.. arrived.Select(p => p.Id)], Likes = [.. (likes ?? []).Select(p => p.Id)], Trending = trending }, Token);
    }

    private static Paper Other(int number) => PaperOf($"other{number}", $"Granite quarries {number}", "We weigh granite blocks of old quarries.");

    private static Paper PaperOf(string id, string title, string text) => new() { Id = new PaperId(id), Title = title, Abstract = text };
}
