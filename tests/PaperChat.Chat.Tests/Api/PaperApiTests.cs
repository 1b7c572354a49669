using PaperChat.Chat.Tests.Json;
using PaperChat.Papers;
using PaperChat.TestSupport;

namespace PaperChat.Chat.Tests.Api;

public sealed class PaperApiTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("/api/search?q=coral+turtles&limit=2")]
    [InlineData("/api/search?q=coral+turtles&year=2024&mode=lexical&explain=true")]
    [InlineData("/api/similar/arxiv:2401.00001")]
    [InlineData("/api/similar/2401.00001?limit=1")]
    public async Task A_ranking_has_the_shape_of_the_command_line(string path)
    {
        await using var server = await TestServer.StartAsync();

        var (status, found) = await server.GetAsync(path);

        Assert.Equal(200, status);
        PaperChatSchema.Line("search", found.GetRawText());
        Assert.NotEqual(0, found.GetProperty("hits").GetArrayLength());
    }

    [Fact]
    public async Task A_search_by_body_says_the_same_as_one_by_address()
    {
        await using var server = await TestServer.StartAsync();

        var (_, byAddress) = await server.GetAsync("/api/search?q=coral&year=2024");
        var (_, byBody) = await server.PostAsync("/api/search", """{"query":"coral","filters":{"year":2024},"id":"a"}""");

        Assert.Equal(byAddress.GetProperty("hits").GetRawText(), byBody.GetProperty("hits").GetRawText());
        Assert.Equal("a", byBody.GetProperty("id").GetString());
    }

    [Fact]
    public async Task Abstracts_come_where_they_are_asked_for()
    {
        await using var server = await TestServer.StartAsync();

        var (_, without) = await server.GetAsync("/api/search?q=coral");
        var (_, with) = await server.GetAsync("/api/search?q=coral&abstracts=true");

        Assert.False(without.GetProperty("hits")[0].GetProperty("paper").TryGetProperty("abstract", out _));
        Assert.True(with.GetProperty("hits")[0].GetProperty("paper").TryGetProperty("abstract", out _));
    }

    [Theory]
    [InlineData("/api/search?q=", "empty")]
    [InlineData("/api/search", "empty")]
    [InlineData("/api/search?q=x&limit=201", "1 to 200")]
    [InlineData("/api/search?q=x&limit=many", "Limit")]
    [InlineData("/api/search?q=x&year=soon", "2020..2023")]
    [InlineData("/api/search?q=x&mode=psychic", "lexical, dense or hybrid")]
    public async Task A_search_that_makes_no_sense_is_refused(string path, string told)
    {
        await using var server = await TestServer.StartAsync();

        var (status, problem) = await server.GetAsync(path);

        Assert.Equal(400, status);
        Assert.Contains(told, problem.GetProperty("detail").GetString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("doi:10.1/x%2Fy;z", "doi:10.1/x/y;z")]
    [InlineData("doi:10.1/x/y;z", "doi:10.1/x/y;z")]
    [InlineData("10.1%2Fx%2fy;z", "doi:10.1/x/y;z")]
    [InlineData("arxiv%3A2401.00001", "arxiv:2401.00001")]
    [InlineData("2401.00001", "arxiv:2401.00001")]
    [InlineData("note:%23%3F%25%20%C3%A9", "note:#?% é")]
    public async Task A_paper_is_found_by_any_id_in_the_address(string inAddress, string id)
    {
        Paper[] papers = [TestPapers.Lattice, TestPapers.Reef with { Id = new PaperId("doi:10.1/x/y;z") }, TestPapers.Summary with { Id = new PaperId("note:#?% é") }];
        await using var server = await TestServer.StartAsync(await InMemoryPaperLibrary.OfAsync(papers, Token));

        var (status, paper) = await server.GetAsync("/api/papers/" + inAddress);
        var (_, several) = await server.GetAsync($"/api/papers?id=nobody&id={Uri.EscapeDataString(id)}");

        Assert.Equal(200, status);
        PaperChatSchema.Line("paperWithAbstract", paper.GetRawText());
        Assert.Equal(id, paper.GetProperty("id").GetString());
        Assert.Equal(id, Assert.Single(several.GetProperty("papers").EnumerateArray()).GetProperty("id").GetString());
    }

    [Theory]
    [InlineData("/api/papers/nobody:1")]
    [InlineData("/api/similar/nobody:1")]
    [InlineData("/api/papers/..%2F..%2Fetc%2Fpasswd")]
    [InlineData("/api/papers/%2e%2e/%2e%2e/etc/passwd")]
    [InlineData("/api/nothing")]
    [InlineData("/api/days/1999-01-01")]
    public async Task What_is_not_there_is_not_found(string path)
    {
        await using var server = await TestServer.StartAsync();

        var (status, problem) = await server.GetAsync(path);

        Assert.Equal(404, status);
        Assert.Equal("notFound", problem.GetProperty("code").GetString());
    }

    [Fact]
    public async Task Papers_are_listed_by_their_days()
    {
        Paper Listed(string id, int day) => TestPapers.Reef with { Id = new PaperId(id), Listed = new ListedDate(2025, 7, day) };
        await using var server = await TestServer.StartAsync(await InMemoryPaperLibrary.OfAsync([Listed("a", 27), Listed("b", 28), Listed("c", 28), TestPapers.Summary, TestPapers.Lattice], Token));

        var (_, days) = await server.GetAsync("/api/days");
        var (_, day) = await server.GetAsync("/api/days/2025-07-28?limit=1&offset=1");
        var (_, withoutYear) = await server.GetAsync("/api/days/--07-28");
        var (badStatus, _) = await server.GetAsync("/api/days/yesterday");

        PaperChatSchema.Line("days", days.GetRawText());
        PaperChatSchema.Line("day", day.GetRawText());
        Assert.Equal([("2025-07-28", 2), ("2025-07-27", 1), ("--07-28", 1)], days.GetProperty("days").EnumerateArray().Select(d => (d.GetProperty("day").GetString()!, d.GetProperty("papers").GetInt32())));
        Assert.Equal("c", Assert.Single(day.GetProperty("papers").EnumerateArray()).GetProperty("id").GetString());
        Assert.Equal((2, "2025-07-27"), (day.GetProperty("total").GetInt32(), day.GetProperty("earlier").GetString()));
        Assert.False(day.TryGetProperty("later", out _));
        Assert.Equal("2025-07-27", withoutYear.GetProperty("later").GetString());
        Assert.Equal(400, badStatus);
    }

    [Fact]
    public async Task The_library_is_told_without_its_path()
    {
        await using var server = await TestServer.StartAsync();

        var (_, stats) = await server.GetAsync("/api/library");

        PaperChatSchema.Line("libraryStats", stats.GetRawText());
        Assert.Equal(("library", 4), (stats.GetProperty("library").GetString(), stats.GetProperty("papers").GetInt32()));
    }
}
