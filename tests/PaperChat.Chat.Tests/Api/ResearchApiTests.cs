using PaperChat.Chat.Tests.Json;

namespace PaperChat.Chat.Tests.Api;

/// <summary>Comparisons, bibliographies and reviews over HTTP.</summary>
public sealed class ResearchApiTests
{
    [Fact]
    public async Task Papers_are_compared_by_name_or_query()
    {
        await using var server = await TestServer.StartAsync();

        var (status, named) = await server.PostAsync("/api/compare", """{"papers":["LatticeNet","arxiv:2403.00007"],"aspects":["results"]}""");
        var (_, found) = await server.PostAsync("/api/compare", """{"query":"coral reefs","limit":2}""");

        Assert.Equal(200, status);
        PaperChatSchema.Line("comparison", named.GetRawText());
        PaperChatSchema.Line("comparison", found.GetRawText());
        Assert.Equal(["results"], named.GetProperty("rows").EnumerateArray().Select(r => r.GetProperty("aspect").GetString()));
    }

    [Theory]
    [InlineData("""{"papers":["LatticeNet"]}""", 400)]
    [InlineData("""{"papers":["LatticeNet","LatticeNet"]}""", 400)]
    [InlineData("""{"papers":["LatticeNet","ReefWatch"],"query":"x"}""", 400)]
    [InlineData("""{"papers":["LatticeNet","ReefWatch"],"aspects":["taste"]}""", 400)]
    [InlineData("""{"papers":["LatticeNet","Quuxatron 9"]}""", 404)]
    [InlineData("""{"papers":["LatticeNet",null]}""", 400)]
    [InlineData("""{"papers":["LatticeNet","ReefWatch"],"aspects":[null]}""", 400)]
    [InlineData("""{}""", 400)]
    public async Task A_comparison_that_cannot_be_is_refused(string body, int expected)
    {
        await using var server = await TestServer.StartAsync();

        var (status, _) = await server.PostAsync("/api/compare", body);

        Assert.Equal(expected, status);
    }

    [Fact]
    public async Task A_bibliography_names_what_is_missing_and_holds_the_rest()
    {
        await using var server = await TestServer.StartAsync();

        var (status, cited) = await server.PostAsync("/api/cite", """{"papers":["2401.00001","Quuxatron 9"],"format":"ris"}""");
        var (none, _) = await server.PostAsync("/api/cite", """{"papers":["Quuxatron 9"]}""");
        var (bad, _) = await server.PostAsync("/api/cite", """{"papers":["2401.00001"],"format":"clay"}""");

        var (empty, _) = await server.PostAsync("/api/cite", """{"papers":["2401.00001",null]}""");

        Assert.Equal((200, 404, 400, 400), (status, none, bad, empty));
        PaperChatSchema.Line("cited", cited.GetRawText());
        Assert.StartsWith("TY  - ", cited.GetProperty("text").GetString(), StringComparison.Ordinal);
        Assert.Equal("Quuxatron 9", Assert.Single(cited.GetProperty("missing").EnumerateArray()).GetString());
        Assert.Equal("arxiv:2401.00001", Assert.Single(cited.GetProperty("entries").EnumerateArray()).GetProperty("id").GetString());
    }

    [Fact]
    public async Task A_review_tells_its_stages_and_gives_its_files()
    {
        await using var server = await TestServer.StartAsync();

        var events = await server.StreamAsync("/api/review", """{"topic":"counting corals in reefs","papers":5}""");
        var (status, review) = await server.PostAsync("/api/review", """{"topic":"counting corals in reefs","papers":5}""");

        Assert.Equal(["progress", "progress", "progress", "completed"], events.Select(e => e.Event));
        Assert.Equal(["searching", "grouping", "writing"], events.SkipLast(1).Select(e => e.Data.GetProperty("stage").GetString()));
        Assert.Equal(200, status);
        PaperChatSchema.Line("review", review.GetProperty("ledger").GetRawText());
        foreach (var name in (string[])["review.md", "review.html", "review.tex", "references.bib", "ledger.json", "outline.md"])
        {
            Assert.NotEqual("", review.GetProperty("files").GetProperty(name).GetString());
        }
    }

    [Theory]
    [InlineData("""{"topic":"quuxatron zygomorphism"}""", 404)]
    [InlineData("""{"topic":""}""", 400)]
    [InlineData("""{"topic":"coral","papers":0}""", 400)]
    [InlineData("""{"topic":"coral","outline":"no heading"}""", 400)]
    [InlineData("""{"topic":"coral","outline":"# Coral\n\n## Reefs\n\n- `nobody:1` Nobody\n"}""", 400)]
    [InlineData("""{"topic":"coral","outline":"# Coral\n\n## Reefs\n\n- `arxiv:2403.00007` ReefWatch\n"}""", 200)]
    public async Task A_review_is_refused_only_where_it_cannot_be(string body, int expected)
    {
        await using var server = await TestServer.StartAsync();

        var (status, _) = await server.PostAsync("/api/review", body);

        Assert.Equal(expected, status);
    }

    [Fact]
    public async Task A_review_of_nothing_fails_in_its_stream()
    {
        await using var server = await TestServer.StartAsync();

        var events = await server.StreamAsync("/api/review", """{"topic":"quuxatron zygomorphism"}""");

        Assert.Equal(("failed", "notFound"), (events[^1].Event, events[^1].Data.GetProperty("code").GetString()));
    }
}
