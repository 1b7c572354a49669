using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using Microsoft.Extensions.Logging.Abstractions;
using ModelContextProtocol.Client;
using PaperChat.Chat.Api;

namespace PaperChat.Chat.Tests.Mcp.Http;

public sealed class McpEndpointsTests : IAsyncLifetime
{
    private const string Initialize =
        """{"jsonrpc":"2.0","id":1,"method":"initialize","params":{"protocolVersion":"2025-11-25","capabilities":{},"clientInfo":{"name":"test","version":"1"}}}""";

    private const string List = """{"jsonrpc":"2.0","id":7,"method":"tools/list"}""";

    private readonly HttpClient _http = new();
    private ServeHost? _host;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private Uri Address => new(_host!.Addresses[0] + "/mcp");

    public async ValueTask InitializeAsync() => _host = await ServeHost.StartAsync(
        await TestMcp.DeskAsync(TestMcp.Papers), new ServeOptions { Urls = ["http://127.0.0.1:0"] }, NullLogger.Instance, CancellationToken.None);

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        await _host!.StopAsync();
        await _host.DisposeAsync();
    }

    [Fact]
    public async Task A_client_lists_and_calls_tools_reads_resources_and_ends_its_session()
    {
        await using var client = await McpClient.CreateAsync(
            new HttpClientTransport(new HttpClientTransportOptions { Endpoint = Address, TransportMode = HttpTransportMode.StreamableHttp }), cancellationToken: Token);

        var tools = await client.ListToolsAsync(cancellationToken: Token);
        var result = await client.CallToolAsync("search_papers", new Dictionary<string, object?> { ["query"] = "reefs" }, cancellationToken: Token);
        var read = await client.ReadResourceAsync("paperchat://papers/arxiv%3A2403.00007", cancellationToken: Token);

        Assert.Equal(8, tools.Count);
        Assert.Contains("ReefWatch", TestMcp.TextOf(result), StringComparison.Ordinal);
        Assert.Single(read.Contents);
    }

    [Fact]
    public async Task A_session_goes_from_initialize_over_its_calls_to_delete()
    {
        using var opened = await PostAsync(Initialize);
        var session = Assert.Single(opened.Headers.GetValues("Mcp-Session-Id"));
        using var told = await PostAsync("""{"jsonrpc":"2.0","method":"notifications/initialized"}""", session);
        using var listed = await PostAsync(List, session);
        using var deleted = await SendAsync(HttpMethod.Delete, session);
        using var gone = await PostAsync(List, session);

        Assert.Equal((HttpStatusCode.OK, "text/event-stream"), (opened.StatusCode, opened.Content.Headers.ContentType?.MediaType));
        Assert.Equal((HttpStatusCode.Accepted, ""), (told.StatusCode, await told.Content.ReadAsStringAsync(Token)));
        Assert.StartsWith("event: message\ndata: {\"result\":{\"tools\":[", await listed.Content.ReadAsStringAsync(Token), StringComparison.Ordinal);
        Assert.Equal((HttpStatusCode.NoContent, HttpStatusCode.NotFound), (deleted.StatusCode, gone.StatusCode));
        Assert.Contains("begin another with the request initialize", await gone.Content.ReadAsStringAsync(Token), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_stream_is_held_open_and_ends_with_the_session()
    {
        using var opened = await PostAsync(Initialize);
        var session = Assert.Single(opened.Headers.GetValues("Mcp-Session-Id"));

        using var stream = await SendAsync(HttpMethod.Get, session, "text/event-stream");
        var reading = stream.Content.ReadAsStringAsync(Token);
        var wasOpen = !reading.IsCompleted;
        using var deleted = await SendAsync(HttpMethod.Delete, session);

        Assert.Equal((HttpStatusCode.OK, "text/event-stream"), (stream.StatusCode, stream.Content.Headers.ContentType?.MediaType));
        Assert.True(wasOpen);
        Assert.Equal("", await reading);
    }

    [Theory]
    [InlineData(List, null, "application/json, text/event-stream", "2025-11-25", 400, "Mcp-Session-Id is missing")]
    [InlineData(List, "0123456789abcdef0123456789abcdef", "application/json, text/event-stream", null, 404, "no such session")]
    [InlineData(Initialize, null, "application/json", null, 406, "text/event-stream")]
    [InlineData(Initialize, null, "application/json, text/event-stream", "2024-01-01", 400, "2025-11-25")]
    [InlineData(Initialize, null, "application/json, text/event-stream", "2026-07-28", 400, "\"supported\":[\"2024-11-05\"")]
    [InlineData("{", null, "*/*", null, 400, "not one message")]
    [InlineData("[]", null, "*/*", null, 400, "not one message")]
    [InlineData("null", null, "*/*", null, 400, "not one message")]
    [InlineData("""{"jsonrpc":"1.0","id":1,"method":"initialize"}""", null, "*/*", null, 400, "not one message")]
    public async Task What_is_no_right_request_has_its_status_and_says_what_is_wrong(string body, string? session, string accept, string? version, int status, string says)
    {
        using var response = await PostAsync(body, session, accept, version);

        var error = await response.Content.ReadAsStringAsync(Token);
        Assert.Equal((status, "application/json"), ((int)response.StatusCode, response.Content.Headers.ContentType?.MediaType));
        Assert.Contains(says, error, StringComparison.Ordinal);
        using var parsed = JsonDocument.Parse(error);
        Assert.Equal("2.0", parsed.RootElement.GetProperty("jsonrpc").GetString());
    }

    [Fact]
    public async Task Deeply_nested_JSON_is_refused_as_no_message()
    {
        using var response = await PostAsync("""{"jsonrpc":"2.0","id":1,"method":"x","params":{"a":""" + new string('[', 5_000) + new string(']', 5_000) + "}}");

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
    }

    [Fact]
    public async Task Another_type_of_body_and_another_method_are_refused()
    {
        using var text = new HttpRequestMessage(HttpMethod.Post, Address) { Content = new StringContent(Initialize, Encoding.UTF8, "text/plain") };
        using var typed = await SendAsync(text, session: null, "application/json, text/event-stream", version: null);
        using var put = await SendAsync(HttpMethod.Put, session: null);
        using var unnamed = await SendAsync(HttpMethod.Delete, session: null);

        Assert.Equal(
            (HttpStatusCode.UnsupportedMediaType, HttpStatusCode.MethodNotAllowed, HttpStatusCode.BadRequest), (typed.StatusCode, put.StatusCode, unnamed.StatusCode));
    }

    private async Task<HttpResponseMessage> PostAsync(string body, string? session = null, string accept = "application/json, text/event-stream", string? version = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, Address) { Content = new StringContent(body, Encoding.UTF8, "application/json") };
        return await SendAsync(request, session, accept, version);
    }

    private async Task<HttpResponseMessage> SendAsync(HttpMethod method, string? session, string accept = "*/*")
    {
        using var request = new HttpRequestMessage(method, Address);
        return await SendAsync(request, session, accept, version: null);
    }

    private Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, string? session, string accept, string? version)
    {
        foreach (var type in accept.Split(", "))
        {
            request.Headers.Accept.Add(MediaTypeWithQualityHeaderValue.Parse(type));
        }

        if (session is not null)
        {
            request.Headers.Add("Mcp-Session-Id", session);
        }

        if (version is not null)
        {
            request.Headers.Add("MCP-Protocol-Version", version);
        }

        return _http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, Token);
    }
}
