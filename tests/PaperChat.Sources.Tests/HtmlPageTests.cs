using PaperChat.Papers;
using static PaperChat.Sources.Tests.SourceReading;

namespace PaperChat.Sources.Tests;

public sealed class HtmlPageTests
{
    [Fact]
    public async Task The_data_that_a_page_carries_is_read()
    {
        var items = await ReadTextAsync(Samples.HtmlPage(Samples.DailyItem + "," + Samples.DailyItem.Replace("2507.00001", "2507.00009", StringComparison.Ordinal).Replace("\"submittedOnDailyAt\":\"2025-07-28T01:02:03.000Z\",", "", StringComparison.Ordinal)));

        var papers = items.Papers();
        Assert.Equal(["2507.00001", "2507.00009"], papers.Select(p => p.Arxiv));
        Assert.Equal(("Counting Corals by Ear: Sound of Reefs", 42), (papers[0].Title, papers[0].Upvotes));
        Assert.Equal("We count corals by $O(n)$ sounds.", papers[0].Abstract);
        Assert.All(papers, p => Assert.Equal(new ListedDate(2025, 7, 28), p.Listed));
        Assert.Equal(4, items[0].Line);
    }

    [Fact]
    public async Task Without_data_the_visible_text_is_read()
    {
        var papers = (await ReadTextAsync(Samples.VisiblePage)).Papers();

        Assert.Equal([("Counting Corals & Ears: Sound of Reefs", "2507.00001"), ("Dunes that Walk at Night", "2507.00002")], papers.Select(p => (p.Title, p.Arxiv!)));
        Assert.StartsWith("We count corals by their sound", papers[0].Abstract, StringComparison.Ordinal);
        Assert.Empty(papers[1].Abstract);
    }

    [Fact]
    public async Task A_drawing_that_closes_itself_hides_nothing()
    {
        var papers = (await ReadTextAsync(Samples.VisiblePage.Replace("<div>42</div>", "<svg class=\"up\"/><div>42</div>", StringComparison.Ordinal))).Papers();

        Assert.Equal(2, papers.Count);
    }

    [Fact]
    public async Task The_page_of_one_paper_is_read()
    {
        var paper = (await ReadTextAsync(Samples.VisiblePaper)).OnlyPaper();

        Assert.Equal(("Dunes that Walk", "Sand moves, and we say how it moves in the wind.", "2507.00002"), (paper.Title, paper.Abstract, paper.Arxiv));
    }

    [Fact]
    public async Task Broken_data_is_reported_and_the_visible_text_read()
    {
        var items = await ReadTextAsync(Samples.HtmlPage(Samples.DailyItem[..50]));

        Assert.Equal("2507.00001", Assert.Single(items.Papers()).Arxiv);
        Assert.Equal(4, Assert.Single(items.Rejections()).Line);
    }

    [Fact]
    public async Task A_page_nested_without_end_takes_no_more_than_its_size()
    {
        var items = await ReadTextAsync("<html><h1>Daily Papers</h1>" + string.Concat(Enumerable.Repeat("<div><b><a href=\"/papers/2507.00001\">", 200_000)) + "Counting Corals by Ear</a>");

        Assert.Equal("Counting Corals by Ear", Assert.Single(items.Papers()).Title);
    }
}
