using System.Text;
using System.Text.Json;
using PaperChat.TestSupport;

namespace PaperChat.EndToEnd.Mcp;

/// <summary>The built program, spoken to line by line.</summary>
public sealed class McpProgramTests(McpLibrary library) : IClassFixture<McpLibrary>
{
    private const string Initialize =
        """{"jsonrpc":"2.0","id":1,"method":"initialize","params":{"protocolVersion":"2025-11-25","capabilities":{},"clientInfo":{"name":"test","version":"1"}}}""";

    private const string Initialized = """{"jsonrpc":"2.0","method":"notifications/initialized"}""";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Standard_output_holds_messages_of_the_protocol_alone_even_where_much_is_logged()
    {
        var result = await RunAsync(["mcp", "--verbose"], Initialize, Initialized, Call(2, "search_papers", """{"query":"reefs"}"""), Call(3, "get_paper", """{"paper":"none"}"""));

        Assert.True(result.ExitCode == 0, result.ToString());
        Assert.All(Lines(result), l => Assert.Equal("2.0", l.GetProperty("jsonrpc").GetString()));
        Assert.Equal([1, 2, 3], Lines(result).Select(l => l.GetProperty("id").GetInt32()).Order());
        Assert.NotEmpty(result.Error);
    }

    [Fact]
    public async Task Without_a_library_the_server_starts_and_the_tools_say_what_is_missing()
    {
        using var folder = new TemporaryFolder();

        var result = await RunAsync(["mcp", "--library", folder.File("nothing")], Initialize, Initialized, Call(2, "library_status", "{}"));

        var answer = Lines(result).Single(l => l.GetProperty("id").GetInt32() == 2).GetProperty("result");
        Assert.True(answer.GetProperty("isError").GetBoolean());
        Assert.Contains("paperchat-ingest", answer.GetProperty("content")[0].GetProperty("text").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_no_message_costs_neither_the_server_nor_the_messages_after_it()
    {
        var result = await RunAsync(["mcp"], "no JSON", "{}", Initialize, Initialized, Call(2, "library_status", "{}"));

        Assert.Equal(0, result.ExitCode);
        Assert.Contains(Lines(result), l => l.TryGetProperty("id", out var id) && id.ValueKind == JsonValueKind.Number && id.GetInt32() == 2);
    }

    // The input ends at once, before anything is answered.
    private async Task<ProgramResult> RunAsync(string[] arguments, params string[] messages)
    {
        await using var run = ProgramRun.Start(ProgramRun.Chat, arguments, library.Environment);
        await run.Input.WriteAsync(Encoding.UTF8.GetBytes(string.Join('\n', messages) + "\n"), Token);
        await run.Input.FlushAsync(Token);
        return await run.FinishAsync(Token);
    }

    private static string Call(int id, string tool, string arguments) =>
        $$$"""{"jsonrpc":"2.0","id":{{{id}}},"method":"tools/call","params":{"name":"{{{tool}}}","arguments":{{{arguments}}}}}""";

    private static JsonElement[] Lines(ProgramResult result) =>
        [.. result.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(l => JsonDocument.Parse(l).RootElement)];
}
