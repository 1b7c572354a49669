namespace PaperChat.Chat.Tests.Mcp.Tools;

public sealed class ToolListTests
{
    [Fact]
    public async Task Eight_tools_are_listed_and_all_of_them_only_read()
    {
        await using var mcp = await TestMcp.StartAsync();

        var tools = await mcp.Client.ListToolsAsync(cancellationToken: TestContext.Current.CancellationToken);

        Assert.Equal(
            ["ask_papers", "compare_papers", "draft_review", "export_citations", "get_paper", "library_status", "search_papers", "similar_papers"],
            tools.Select(t => t.Name).Order());
        Assert.All(tools, t => Assert.True(t.ProtocolTool.Annotations is { ReadOnlyHint: true, DestructiveHint: false, OpenWorldHint: false }));
        Assert.All(tools, t => Assert.InRange(t.Description.Length, 40, 400));
    }

    [Fact]
    public async Task Schemas_have_one_type_each_and_neither_null_nor_references()
    {
        await using var mcp = await TestMcp.StartAsync();

        foreach (var tool in await mcp.Client.ListToolsAsync(cancellationToken: TestContext.Current.CancellationToken))
        {
            var input = tool.ProtocolTool.InputSchema;
            var output = tool.ProtocolTool.OutputSchema!.Value;
            Assert.False(input.GetProperty("additionalProperties").GetBoolean());
            Assert.Equal("object", output.GetProperty("type").GetString());
            Assert.DoesNotContain("null", output.GetRawText(), StringComparison.Ordinal);
            Assert.DoesNotContain("$ref", output.GetRawText(), StringComparison.Ordinal);
            Assert.DoesNotContain("\"type\":[", input.GetRawText() + output.GetRawText(), StringComparison.Ordinal);
        }
    }
}
