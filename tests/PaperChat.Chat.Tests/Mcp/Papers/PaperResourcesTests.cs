using ModelContextProtocol;
using ModelContextProtocol.Protocol;
using PaperChat.TestSupport;

namespace PaperChat.Chat.Tests.Mcp.Papers;

public sealed class PaperResourcesTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Papers_are_listed_a_page_at_a_time_and_each_can_be_read()
    {
        await using var mcp = await TestMcp.StartAsync(SyntheticPapers.Make(120, seed: 1));

        var listed = new List<Resource>();
        string? cursor = null;
        do
        {
            var page = await mcp.Client.ListResourcesAsync(new ListResourcesRequestParams { Cursor = cursor }, Token);
            Assert.InRange(page.Resources.Count, 1, 50);
            listed.AddRange(page.Resources);
            cursor = page.NextCursor;
        }
        while (cursor is not null);

        Assert.Equal(120, listed.Select(r => r.Uri).Distinct().Count());
        var read = await mcp.Client.ReadResourceAsync(listed[77].Uri, cancellationToken: Token);
        Assert.Contains(listed[77].Title!, Assert.IsType<TextResourceContents>(Assert.Single(read.Contents)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_long_list_ends_at_a_thousand()
    {
        await using var mcp = await TestMcp.StartAsync(SyntheticPapers.Make(1_100, seed: 2));

        var listed = await mcp.Client.ListResourcesAsync(cancellationToken: Token);

        Assert.Equal(1_000, listed.Count);
    }

    [Theory]
    [InlineData("paperchat://papers/arxiv%3A2403.00007")]
    [InlineData("paperchat://papers/arxiv:2403.00007")]
    [InlineData("PAPERCHAT://papers/2403.00007")]
    public async Task A_paper_is_read_by_its_id(string uri)
    {
        await using var mcp = await TestMcp.StartAsync();

        var read = await mcp.Client.ReadResourceAsync(uri, cancellationToken: Token);

        var text = Assert.IsType<TextResourceContents>(Assert.Single(read.Contents));
        Assert.Equal((uri, "text/plain"), (text.Uri, text.MimeType));
        Assert.StartsWith("ReefWatch: Counting Corals", text.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("paperchat://papers/nothing")]
    [InlineData("paperchat://papers/")]
    [InlineData("paperchat://papers/..%2F..%2Fetc%2Fpasswd")]
    [InlineData("file:///etc/passwd")]
    public async Task What_is_no_paper_is_not_found(string uri)
    {
        await using var mcp = await TestMcp.StartAsync();

        var refused = await Assert.ThrowsAnyAsync<McpException>(async () => await mcp.Client.ReadResourceAsync(uri, cancellationToken: Token));

        Assert.Contains("papers are paperchat://papers/{id}", refused.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("x")]
    [InlineData("-1")]
    [InlineData("99999999999")]
    public async Task A_cursor_of_nobody_is_refused(string cursor)
    {
        await using var mcp = await TestMcp.StartAsync();

        await Assert.ThrowsAnyAsync<McpException>(async () => await mcp.Client.ListResourcesAsync(new ListResourcesRequestParams { Cursor = cursor }, Token));
    }

    [Fact]
    public async Task The_template_says_how_addresses_are_made()
    {
        await using var mcp = await TestMcp.StartAsync();

        var template = Assert.Single(await mcp.Client.ListResourceTemplatesAsync(cancellationToken: Token));

        Assert.Equal("paperchat://papers/{id}", template.UriTemplate);
    }
}
