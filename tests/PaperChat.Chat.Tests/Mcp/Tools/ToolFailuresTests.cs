using System.Text.Json.Nodes;
using ModelContextProtocol.Protocol;
using PaperChat.Chat.Desk;
using PaperChat.Chat.Mcp;
using PaperChat.Chat.Mcp.Tools;
using PaperChat.Library;

namespace PaperChat.Chat.Tests.Mcp.Tools;

public sealed class ToolFailuresTests
{
    [Theory]
    [InlineData("search_papers", "{}", "The argument query is missing: Words of the topic")]
    [InlineData("search_papers", """{"query":"   "}""", "The argument query is missing")]
    [InlineData("search_papers", """{"query":["a"]}""", "The argument query is a text.")]
    [InlineData("search_papers", """{"query":"a","limit":31}""", "limit is a whole number from 1 to 30.")]
    [InlineData("search_papers", """{"query":"a","limit":2.5}""", "limit is a whole number")]
    [InlineData("search_papers", """{"query":"a","year":"last"}""", "year is 2024, 2020..2023")]
    [InlineData("search_papers", """{"query":"a","q":1}""", "There is no argument 'q'; there are query, limit, year, venue, author, category.")]
    [InlineData("library_status", """{"verbose":true}""", "this tool takes none")]
    [InlineData("ask_papers", """{"question":"a","earlier_questions":[1]}""", "list of texts")]
    [InlineData("compare_papers", """{"papers":["LatticeNet"]}""", "papers is a list of 2 to 6 texts")]
    [InlineData("compare_papers", """{"papers":["LatticeNet","2401.00001"]}""", "a second time")]
    [InlineData("compare_papers", """{"papers":["LatticeNet","ReefWatch"],"aspects":["colour"]}""", "There is no aspect 'colour'; there are problem,")]
    [InlineData("export_citations", """{"papers":["LatticeNet"],"format":"word"}""", "format is one of bibtex, ris, csl-json, apa, not 'word'")]
    [InlineData("draft_review", """{"topic":"zyxwvut"}""", "holds no paper with an abstract on this topic")]
    [InlineData("no_such_tool", "{}", "There is no tool 'no_such_tool'; there are search_papers, ask_papers")]
    public async Task What_a_model_did_wrong_comes_back_with_what_to_do(string tool, string arguments, string says)
    {
        await using var mcp = await TestMcp.StartAsync();

        var result = await mcp.CallAsync(tool, arguments);

        Assert.True(result.IsError);
        Assert.Contains(says, TestMcp.TextOf(result), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("get_paper", """{"paper":"Counting of turtles from space"}""")]
    [InlineData("similar_papers", """{"paper":"Counting of turtles from space"}""")]
    [InlineData("compare_papers", """{"papers":["LatticeNet","Counting of turtles from space"]}""")]
    [InlineData("export_citations", """{"papers":["LatticeNet","Counting of turtles from space"]}""")]
    public async Task For_a_paper_that_is_not_there_the_nearest_titles_are_named_with_their_ids(string tool, string arguments)
    {
        await using var mcp = await TestMcp.StartAsync();

        var result = await mcp.CallAsync(tool, arguments);

        Assert.True(result.IsError);
        Assert.Contains("- ReefWatch: Counting Corals, Sponges and Turtles (id arxiv:2403.00007)", TestMcp.TextOf(result), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("../../etc/passwd")]
    [InlineData("C:\\\\windows\\\\win.ini")]
    [InlineData("arxiv:0000.00000\\u0000' OR 1=1 --")]
    public async Task An_id_is_a_name_to_look_up_and_nothing_else(string id)
    {
        await using var mcp = await TestMcp.StartAsync();

        var result = await mcp.CallAsync("get_paper", $$"""{"paper":"{{id}}"}""");

        Assert.True(result.IsError);
        Assert.Contains("The library holds no paper called", TestMcp.TextOf(result), StringComparison.Ordinal);
        Assert.DoesNotContain(TestMcp.TextOf(result), c => char.IsControl(c) && c != '\n');
    }

    [Fact]
    public async Task A_library_that_cannot_be_opened_is_said_to_each_call_until_it_can()
    {
        var desk = await TestMcp.DeskAsync(TestMcp.Papers);
        var tries = 0;
        await using var door = new DeskDoor(_ => tries++ == 0 ? throw new LibraryException("There is no library in /nowhere; paperchat-ingest PATH makes one.") : Task.FromResult(desk));
        await using var mcp = await TestMcp.StartAsync(door.OpenAsync);

        var first = await mcp.CallAsync("library_status", "{}");
        var second = await mcp.CallAsync("library_status", "{}");
        await mcp.CallAsync("library_status", "{}");

        Assert.True(first.IsError);
        Assert.Contains("paperchat-ingest PATH makes one", TestMcp.TextOf(first), StringComparison.Ordinal);
        Assert.Contains("5 papers", TestMcp.TextOf(second), StringComparison.Ordinal);
        Assert.Equal(2, tries);
    }

    [Fact]
    public async Task A_call_that_its_client_gives_up_is_given_up_by_the_server()
    {
        var began = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var ended = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var mcp = await TestMcp.StartAsync(async token =>
        {
            began.SetResult();
            try
            {
                return await new TaskCompletionSource<PaperDesk>().Task.WaitAsync(token);
            }
            finally
            {
                ended.SetResult();
            }
        });
        using var giveUp = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        var call = mcp.Client.SendRequestAsync(
            new JsonRpcRequest { Id = new RequestId("call"), Method = RequestMethods.ToolsCall, Params = new JsonObject { ["name"] = "library_status" } }, giveUp.Token);
        await began.Task.WaitAsync(TestContext.Current.CancellationToken);

        // The package's client leaves its own notification out where its waiting ends first.
        await mcp.Client.SendNotificationAsync(
            NotificationMethods.CancelledNotification, new CancelledNotificationParams { RequestId = new RequestId("call") }, cancellationToken: TestContext.Current.CancellationToken);

        await ended.Task.WaitAsync(TestContext.Current.CancellationToken);
        await giveUp.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => call);
    }

    [Fact]
    public void A_text_that_is_too_long_is_cut_between_characters_and_says_so()
    {
        var text = new string('x', ToolReply.LongestText - 1) + "\U0001F422 and more";

        var shown = ToolReply.Shorten(text);

        Assert.StartsWith(new string('x', ToolReply.LongestText - 1) + "\n\n(The text is longer", shown, StringComparison.Ordinal);
        Assert.Equal("short", ToolReply.Shorten("short"));
    }
}
