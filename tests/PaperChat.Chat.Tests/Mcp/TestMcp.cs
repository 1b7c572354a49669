using System.IO.Pipelines;
using System.Text.Json;
using ModelContextProtocol.Client;
using ModelContextProtocol.Protocol;
using ModelContextProtocol.Server;
using PaperChat.Chat.Desk;
using PaperChat.Chat.Mcp;
using PaperChat.Papers;
using PaperChat.Prompts;
using PaperChat.TestSupport;

namespace PaperChat.Chat.Tests.Mcp;

/// <summary>A client and the server, with the protocol between them over pipes in memory.</summary>
internal sealed class TestMcp : IAsyncDisposable
{
    private readonly McpServer _server;
    private readonly Task _running;

    private TestMcp(McpServer server, Task running, McpClient client)
    {
        _server = server;
        _running = running;
        Client = client;
    }

    public McpClient Client { get; }

    public static IReadOnlyList<Paper> Papers { get; } = [TestPapers.Lattice, TestPapers.Summary, TestPapers.Hostile, TestPapers.Reef, TestPapers.Ordering];

    public static Task<TestMcp> StartAsync() => StartAsync(Papers);

    public static async Task<TestMcp> StartAsync(IEnumerable<Paper> papers)
    {
        var desk = await DeskAsync(papers);
        return await StartAsync(_ => Task.FromResult(desk));
    }

    public static async Task<TestMcp> StartAsync(Func<CancellationToken, Task<PaperDesk>> desk)
    {
        var (toServer, toClient) = (new Pipe(), new Pipe());
        var transport = new StreamServerTransport(toServer.Reader.AsStream(), toClient.Writer.AsStream());
        var server = McpServer.Create(transport, PaperMcpServer.Options(desk, () => PromptSet.Load(null)));
        var running = server.RunAsync(CancellationToken.None);
        var client = await McpClient.CreateAsync(
            new StreamClientTransport(toServer.Writer.AsStream(), toClient.Reader.AsStream()),
            new McpClientOptions { ProtocolVersion = "2025-11-25" },
            cancellationToken: TestContext.Current.CancellationToken);
        return new TestMcp(server, running, client);
    }

    public static async Task<PaperDesk> DeskAsync(IEnumerable<Paper> papers, TimeProvider? time = null) =>
        new(await InMemoryPaperLibrary.OfAsync([.. papers], CancellationToken.None), time ?? TimeProvider.System, embedding: null, model: null) { Name = "library" };

    /// <summary>Calls a tool with arguments as JSON.</summary>
    public async Task<CallToolResult> CallAsync(string tool, string arguments)
    {
        using var parsed = JsonDocument.Parse(arguments);
        var values = parsed.RootElement.EnumerateObject().ToDictionary(p => p.Name, p => (object?)p.Value.Clone());
        return await Client.CallToolAsync(tool, values, cancellationToken: TestContext.Current.CancellationToken);
    }

    public static string TextOf(CallToolResult result) => Assert.IsType<TextContentBlock>(Assert.Single(result.Content)).Text;

    public async ValueTask DisposeAsync()
    {
        await Client.DisposeAsync();
        await _server.DisposeAsync();
        await _running.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }
}
