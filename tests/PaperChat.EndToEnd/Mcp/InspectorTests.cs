using System.Text.Json;
using PaperChat.EndToEnd.Serving;
using PaperChat.TestSupport;

namespace PaperChat.EndToEnd.Mcp;

/// <summary>The MCP server as the protocol's own inspector sees it, on standard input and output and on HTTP.</summary>
public sealed class InspectorTests(McpLibrary library) : IClassFixture<McpLibrary>, IDisposable
{
    private const int KeyWanted = 3;
    private const int ToolFailed = 5;

    private readonly TemporaryFolder _home = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private string[] Stdio => ["dotnet", ProgramRun.PathOf(ProgramRun.Chat), "mcp", "-e", "PAPERCHAT_LIBRARY=" + library.Path];

    public void Dispose() => _home.Dispose();

    [Theory]
    [InlineData("legacy")]
    [InlineData("modern")]
    public async Task Tools_are_listed_with_schemas_that_all_clients_take(string era)
    {
        var (run, result) = await Inspector.AskAsync(_home, Stdio, Token, "--method", "tools/list", "--strict", "--protocol-era", era);

        Assert.True(run.ExitCode == 0, run.ToString());
        Assert.Equal(8, result!.Value.GetProperty("tools").GetArrayLength());
        Assert.DoesNotContain("Warning", run.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("search_papers", """{"query":"reefs","limit":2}""", "ReefWatch")]
    [InlineData("ask_papers", """{"question":"How does ReefWatch count animals?"}""", "stereo video")]
    [InlineData("get_paper", """{"paper":"reef:2"}""", "one flight")]
    [InlineData("similar_papers", """{"paper":"ReefWatch"}""", "TideNet")]
    [InlineData("compare_papers", """{"papers":["reef:1","TideNet"]}""", "88.4%")]
    [InlineData("draft_review", """{"topic":"reef monitoring"}""", "## ")]
    [InlineData("export_citations", """{"papers":["reef:1"],"format":"apa"}""", "(2024)")]
    [InlineData("library_status", "{}", "3 papers")]
    public async Task Every_tool_gives_a_text_and_data_that_fit_its_schema(string tool, string arguments, string says)
    {
        var (run, result) = await CallAsync(Stdio, tool, arguments);

        Assert.True(run.ExitCode == 0, run.ToString());
        Assert.Contains(says, result.GetProperty("content")[0].GetProperty("text").GetString(), StringComparison.Ordinal);
        Assert.Equal(JsonValueKind.Object, result.GetProperty("structuredContent").ValueKind);
    }

    [Theory]
    [InlineData("search_papers", "{}", "The argument query is missing")]
    [InlineData("get_paper", """{"paper":"reef watching"}""", "(id reef:1)")]
    [InlineData("compare_papers", """{"papers":["reef:1"]}""", "2 to 6")]
    public async Task A_wrong_call_is_a_result_that_says_what_to_do(string tool, string arguments, string says)
    {
        var (run, result) = await CallAsync(Stdio, tool, arguments);

        Assert.True(run.ExitCode == ToolFailed, run.ToString());
        Assert.True(result.GetProperty("isError").GetBoolean());
        Assert.Contains(says, result.GetProperty("content")[0].GetProperty("text").GetString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("resources/list", "", "", "paperchat://papers/reef%3A1")]
    [InlineData("resources/templates/list", "", "", "paperchat://papers/{id}")]
    [InlineData("resources/read", "--uri", "paperchat://papers/kelp%3A1", "Winter storms thin the forests")]
    [InlineData("prompts/list", "", "", "review-section")]
    public async Task Papers_are_resources_and_prompts_are_listed(string method, string option, string value, string says)
    {
        var (run, _) = await Inspector.AskAsync(_home, Stdio, Token, [.. (string[])["--method", method], .. option.Length > 0 ? (string[])[option, value] : []]);

        Assert.True(run.ExitCode == 0, run.ToString());
        Assert.Contains(says, run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task On_HTTP_all_is_as_on_standard_input_and_output()
    {
        await using var server = await ServerRun.StartAsync(library.Path);
        var target = TargetOf(server);

        var listed = await Inspector.AskAsync(_home, target, Token, "--method", "tools/list", "--strict");
        var called = await CallAsync(target, "ask_papers", """{"question":"How does ReefWatch count animals?"}""");
        var failed = await CallAsync(target, "get_paper", """{"paper":"reef watching"}""");
        var read = await Inspector.AskAsync(_home, target, Token, "--method", "resources/read", "--uri", "paperchat://papers/reef%3A1");
        var missing = await Inspector.AskAsync(_home, target, Token, "--method", "resources/read", "--uri", "paperchat://papers/none");
        var prompt = await Inspector.AskAsync(_home, target, Token, "--method", "prompts/get", "--prompt-name", "answer", "--prompt-args", "question=How fast does kelp grow?");
        var load = await Inspector.AskAsync(
            _home, target, Token, "--method", "tools/call", "--tool-name", "search_papers", "--tool-args-json", """{"query":"reefs"}""", "--load", "--load-requests", "50", "--load-concurrency", "5");

        Assert.True(listed.Run.ExitCode == 0, listed.Run.ToString());
        Assert.Contains("stereo video", called.Result.GetProperty("content")[0].GetProperty("text").GetString(), StringComparison.Ordinal);
        Assert.Equal(ToolFailed, failed.Run.ExitCode);
        Assert.True(read.Run.ExitCode == 0, read.Run.ToString());
        Assert.Equal(1, missing.Run.ExitCode);
        Assert.Contains("half a metre a day", prompt.Run.Output, StringComparison.Ordinal);
        Assert.True(load.Run.ExitCode == 0, load.Run.ToString());
    }

    [Fact]
    public async Task On_HTTP_a_key_that_is_configured_is_asked_for()
    {
        var made = JsonDocument.Parse((await ProgramRun.RunAsync(ProgramRun.Chat, ["serve", "--new-key", "inspector", "--json"], Token)).Output).RootElement;
        var environment = new Dictionary<string, string?> { ["PAPERCHAT__SERVE__KEYS__INSPECTOR"] = made.GetProperty("hash").GetString() };
        await using var server = await ServerRun.StartAsync(library.Path, environment);
        var target = TargetOf(server);

        var without = await Inspector.AskAsync(_home, target, Token, "--stored-auth-only", "--method", "tools/list");
        var wrong = await Inspector.AskAsync(_home, target, Token, "--stored-auth-only", "--header", "Authorization: Bearer pc_other", "--method", "tools/list");
        var right = await Inspector.AskAsync(
            _home, target, Token, "--stored-auth-only", "--header", "Authorization: Bearer " + made.GetProperty("key").GetString(), "--method", "tools/list", "--strict");

        Assert.Equal((KeyWanted, KeyWanted), (without.Run.ExitCode, wrong.Run.ExitCode));
        Assert.True(right.Run.ExitCode == 0, right.Run.ToString());
        Assert.Equal(8, right.Result!.Value.GetProperty("tools").GetArrayLength());
    }

    private static string[] TargetOf(ServerRun server) => [new Uri(server.Address, "/mcp").ToString(), "--transport", "http"];

    private async Task<(ProgramResult Run, JsonElement Result)> CallAsync(string[] target, string tool, string arguments)
    {
        var (run, result) = await Inspector.AskAsync(_home, target, Token, "--method", "tools/call", "--tool-name", tool, "--tool-args-json", arguments);
        return (run, result ?? throw new InvalidOperationException(run.ToString()));
    }
}
