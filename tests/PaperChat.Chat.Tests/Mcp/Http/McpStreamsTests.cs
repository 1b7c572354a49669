using System.Net;
using System.Text.Json;
using PaperChat.Chat.Tests.Api;
using PaperChat.TestSupport;

namespace PaperChat.Chat.Tests.Mcp.Http;

/// <summary>The streams of answers while something happens to their calls.</summary>
public sealed class McpStreamsTests : IAsyncLifetime
{
    private const string Initialize =
        """{"jsonrpc":"2.0","id":1,"method":"initialize","params":{"protocolVersion":"2025-11-25","capabilities":{},"clientInfo":{"name":"test","version":"1"}}}""";

    private const string List = """{"jsonrpc":"2.0","id":7,"method":"tools/list"}""";

    private const string Search = """{"jsonrpc":"2.0","id":8,"method":"tools/call","params":{"name":"search_papers","arguments":{"query":"reefs"}}}""";

    private GatedLibrary? _library;
    private TestServer? _server;
    private string _session = "";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _library = new GatedLibrary(await InMemoryPaperLibrary.OfAsync([.. TestMcp.Papers], Token));
        _server = await TestServer.StartAsync(_library);
        using var opened = await PostAsync(Initialize);
        _session = Assert.Single(opened.Headers.GetValues("Mcp-Session-Id"));
    }

    public async ValueTask DisposeAsync()
    {
        _library!.Open();
        await _server!.DisposeAsync();
    }

    [Fact]
    public async Task A_call_that_is_cancelled_ends_and_its_stream_with_it_and_nothing_is_logged()
    {
        using var called = await PostAsync(Search);
        await _library!.ArrivedAsync(Token);

        using var cancelled = await PostAsync("""{"jsonrpc":"2.0","method":"notifications/cancelled","params":{"requestId":8,"reason":"enough"}}""");

        Assert.Equal((HttpStatusCode.Accepted, ""), (cancelled.StatusCode, await cancelled.Content.ReadAsStringAsync(Token)));
        Assert.Equal("", await called.Content.ReadAsStringAsync(Token));
        await _library.Left;
        Assert.Equal(0, await _server!.StopAsync());
        Assert.DoesNotContain("cancel", _server.Log, StringComparison.OrdinalIgnoreCase);
    }

    [Theory]
    [InlineData("""{"jsonrpc":"2.0","method":"notifications/cancelled","params":{"requestId":{}}}""")]
    [InlineData("""{"jsonrpc":"2.0","method":"notifications/cancelled","params":{"requestId":9}}""")]
    [InlineData("""{"jsonrpc":"2.0","method":"notifications/cancelled"}""")]
    public async Task A_cancellation_of_nothing_cancels_nothing(string notification)
    {
        using var called = await PostAsync(Search);
        await _library!.ArrivedAsync(Token);

        using var cancelled = await PostAsync(notification);
        _library.Open();

        Assert.Equal(HttpStatusCode.Accepted, cancelled.StatusCode);
        Assert.Contains("ReefWatch", await called.Content.ReadAsStringAsync(Token), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_call_whose_client_hangs_up_is_given_up()
    {
        var called = await PostAsync(Search);
        await _library!.ArrivedAsync(Token);

        called.Dispose();

        await _library.Left.WaitAsync(Token);
    }

    [Fact]
    public async Task An_answer_on_its_way_is_whole_though_its_session_ends()
    {
        using var called = await PostAsync(Search);
        await _library!.ArrivedAsync(Token);

        var deleting = DeleteAsync();
        while (await StatusAsync(List) != HttpStatusCode.NotFound)
        {
            // The end has not come so far.
        }

        _library.Open();
        var answer = await called.Content.ReadAsStringAsync(Token);

        Assert.Contains("ReefWatch", answer, StringComparison.Ordinal);
        Assert.Equal(8, JsonDocument.Parse(answer[answer.IndexOf('{', StringComparison.Ordinal)..]).RootElement.GetProperty("id").GetInt32());
        Assert.Equal(HttpStatusCode.NoContent, await deleting);
    }

    private async Task<HttpStatusCode> DeleteAsync()
    {
        using var request = new HttpRequestMessage(HttpMethod.Delete, "/mcp");
        request.Headers.Add("Mcp-Session-Id", _session);
        using var response = await _server!.Client.SendAsync(request, Token);
        return response.StatusCode;
    }

    private async Task<HttpStatusCode> StatusAsync(string body)
    {
        using var response = await PostAsync(body);
        return response.StatusCode;
    }

    private Task<HttpResponseMessage> PostAsync(string body) =>
        _server!.SendAsync("/mcp", body, [("Accept", "application/json, text/event-stream"), .. _session.Length > 0 ? [("Mcp-Session-Id", _session)] : Array.Empty<(string, string)>()]);
}
