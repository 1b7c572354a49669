using System.Text.Json;
using PaperChat.Chat.Tests.Json;

namespace PaperChat.Chat.Tests.Mcp.Tools;

public sealed class ToolResultsTests
{
    [Theory]
    [InlineData("search_papers", """{"query":"weather forecasting"}""", "search", "1. LatticeNet: Sparse Routing for Weather Forecasting")]
    [InlineData("search_papers", """{"query":"reefs","year":2024,"limit":"1"}""", "search", "id arxiv:2403.00007")]
    [InlineData("search_papers", """{"query":"weather","year":"..1990"}""", "search", "leave the filters out")]
    [InlineData("ask_papers", """{"question":"How does ReefWatch count animals?"}""", "answer", "stereo video")]
    [InlineData("ask_papers", """{"question":"Who won the chess tournament in Baku?"}""", "answer", "The papers do not answer this.")]
    [InlineData("get_paper", """{"paper":"ReefWatch"}""", "paperWithAbstract", "Divers count reefs by hand")]
    [InlineData("similar_papers", """{"paper":"2403.00007","limit":2}""", "search", "Like ReefWatch")]
    [InlineData("compare_papers", """{"papers":["LatticeNet","ReefWatch"],"aspects":["results"]}""", "comparison", "[2] \"Experiments on three data sets of reefs show an accuracy of 88.4%.\"")]
    [InlineData("draft_review", """{"topic":"counting animals on reefs","papers":3}""", "reviewDraft", "# Counting animals on reefs")]
    [InlineData("export_citations", """{"papers":["LatticeNet"]}""", "bibliography", "@inproceedings{moss2024latticenet")]
    [InlineData("export_citations", """{"papers":["2401.00001","ReefWatch"],"format":"ris"}""", "bibliography", "TI  - ReefWatch")]
    [InlineData("library_status", "{}", "libraryStats", "5 papers (titles and abstracts)")]
    public async Task A_result_is_a_text_and_the_same_as_data_of_the_published_shape(string tool, string arguments, string definition, string says)
    {
        await using var mcp = await TestMcp.StartAsync();
        var listed = (await mcp.Client.ListToolsAsync(cancellationToken: TestContext.Current.CancellationToken)).Single(t => t.Name == tool);

        var result = await mcp.CallAsync(tool, arguments);

        Assert.False(result.IsError ?? false, TestMcp.TextOf(result));
        Assert.Contains(says, TestMcp.TextOf(result), StringComparison.Ordinal);
        var data = result.StructuredContent!.Value;
        PaperChatSchema.Line(definition, data.GetRawText());
        Assert.Empty(Own(listed.ProtocolTool.OutputSchema!.Value).Check("own", data));
    }

    [Fact]
    public async Task An_answer_names_its_sources_with_the_quotations_behind_it()
    {
        await using var mcp = await TestMcp.StartAsync();

        var text = TestMcp.TextOf(await mcp.CallAsync("ask_papers", """{"question":"How does ReefWatch count animals?"}"""));

        Assert.Contains(" [1].", text, StringComparison.Ordinal);
        Assert.Contains("[1] ReefWatch: Counting Corals, Sponges and Turtles\n", text, StringComparison.Ordinal);
        Assert.Contains("\"ReefWatch counts animals by tracking them through stereo video.\"", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Earlier_questions_make_a_follow_up_clear()
    {
        await using var mcp = await TestMcp.StartAsync();

        var text = TestMcp.TextOf(await mcp.CallAsync("ask_papers", """{"question":"And what accuracy does it reach?","earlier_questions":["How does ReefWatch count animals?"]}"""));

        Assert.Contains("88.4%", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_filters_that_the_server_was_started_with_hold_unless_a_call_has_its_own()
    {
        var desk = await TestMcp.DeskAsync(TestMcp.Papers);
        await using var limited = new Desk.PaperDesk(desk.Library, TimeProvider.System, null, null) { Filters = new() { Venue = "ICML" } };
        await using var mcp = await TestMcp.StartAsync(_ => Task.FromResult(limited));

        var held = await mcp.CallAsync("search_papers", """{"query":"reefs"}""");
        var own = await mcp.CallAsync("search_papers", """{"query":"weather","venue":"ICML 2024"}""");

        Assert.DoesNotContain("ReefWatch", TestMcp.TextOf(held), StringComparison.Ordinal);
        Assert.Contains("LatticeNet", TestMcp.TextOf(own), StringComparison.Ordinal);
    }

    private static JsonSchema Own(JsonElement schema)
    {
        using var document = JsonDocument.Parse("{\"$defs\":{\"own\":" + schema.GetRawText() + "}}");
        return new JsonSchema(document.RootElement.Clone());
    }
}
