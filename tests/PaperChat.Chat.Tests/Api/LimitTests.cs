using System.Net;
using System.Net.Sockets;
using System.Text;
using PaperChat.TestSupport;

namespace PaperChat.Chat.Tests.Api;

/// <summary>What happens when too many come, too often, or go away.</summary>
public sealed class LimitTests
{
    private const string Query = """{"query":"coral"}""";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Beyond_its_hands_the_server_sheds_and_recovers()
    {
        var gate = new GatedLibrary(await InMemoryPaperLibrary.OfAsync(TestPapers.All, Token));
        await using var server = await TestServer.StartAsync(gate, new Dictionary<string, string> { ["SERVE:CONCURRENCY"] = "1", ["SERVE:QUEUE"] = "1" });

        var working = server.SendAsync("/api/search", Query);
        await gate.ArrivedAsync(Token);
        var others = Enumerable.Range(0, 4).Select(_ => server.SendAsync("/api/search", Query)).ToList();
        using var shed = await FirstAsync(others);
        using var second = await FirstAsync(others);
        using var third = await FirstAsync(others);
        var (healthy, _) = await server.GetAsync("/health/ready");
        gate.Open();
        using var first = await working;
        using var waited = await Assert.Single(others);
        using var after = await server.SendAsync("/api/search", Query);

        Assert.All([shed, second, third], response => Assert.Equal(HttpStatusCode.ServiceUnavailable, response.StatusCode));
        Assert.True(shed.Headers.RetryAfter?.Delta > TimeSpan.Zero);
        Assert.Contains("\"code\":\"busy\"", await shed.Content.ReadAsStringAsync(Token), StringComparison.Ordinal);
        Assert.Equal(200, healthy);
        Assert.All([first, waited, after], response => Assert.Equal(HttpStatusCode.OK, response.StatusCode));
    }

    [Fact]
    public async Task A_client_that_asks_too_often_is_told_when_to_go_on()
    {
        await using var server = await TestServer.StartAsync(settings: new Dictionary<string, string> { ["SERVE:REQUESTSPERMINUTE"] = "2" });

        using var one = await server.SendAsync("/api/search", Query);
        using var two = await server.SendAsync("/api/search", Query);
        using var three = await server.SendAsync("/api/search", Query);
        using var openAI = await server.SendAsync("/v1/chat/completions", """{"messages":[{"role":"user","content":"x"}]}""");

        Assert.Equal((200, 200, 429), ((int)one.StatusCode, (int)two.StatusCode, (int)three.StatusCode));
        Assert.True(three.Headers.RetryAfter?.Delta > TimeSpan.Zero);
        Assert.Contains("\"code\":\"rate\"", await three.Content.ReadAsStringAsync(Token), StringComparison.Ordinal);
        Assert.Contains("rate_limit_error", await openAI.Content.ReadAsStringAsync(Token), StringComparison.Ordinal);
        Assert.Equal(200, (await server.GetAsync("/health/live")).Status);
    }

    [Fact]
    public async Task A_request_that_takes_too_long_is_given_up_and_its_work_with_it()
    {
        var gate = new GatedLibrary(await InMemoryPaperLibrary.OfAsync(TestPapers.All, Token));
        await using var server = await TestServer.StartAsync(gate, new Dictionary<string, string> { ["SERVE:TIMEOUT"] = "0.05" });

        using var response = await server.SendAsync("/api/search", Query);

        Assert.Equal(HttpStatusCode.ServiceUnavailable, response.StatusCode);
        Assert.Contains("\"code\":\"timeout\"", await response.Content.ReadAsStringAsync(Token), StringComparison.Ordinal);
        await gate.Left.WaitAsync(Token);
    }

    [Theory]
    [InlineData("application/json")]
    [InlineData("text/event-stream")]
    public async Task The_work_of_a_client_that_vanishes_ends(string accept)
    {
        var gate = new GatedLibrary(await InMemoryPaperLibrary.OfAsync(TestPapers.All, Token));
        await using var server = await TestServer.StartAsync(gate);
        var body = """{"question":"What does LatticeNet do?"}""";
        using (var client = new TcpClient())
        {
            await client.ConnectAsync(server.Address.Host, server.Address.Port, Token);
            var request = $"POST /api/ask HTTP/1.1\r\nHost: localhost\r\nAccept: {accept}\r\nContent-Type: application/json\r\nContent-Length: {body.Length}\r\n\r\n{body}";
            await client.GetStream().WriteAsync(Encoding.ASCII.GetBytes(request), Token);
            await gate.ArrivedAsync(Token);
        }

        await gate.Left.WaitAsync(Token);

        gate.Open();
        Assert.Equal(200, (await server.PostAsync("/api/search", Query)).Status);
    }

    [Theory]
    [InlineData("Content-Length: 1000")]
    [InlineData("Transfer-Encoding: chunked")]
    public async Task A_client_that_sends_slowly_takes_no_place_of_those_that_are_worked_on(string length)
    {
        await using var server = await TestServer.StartAsync(settings: new Dictionary<string, string> { ["SERVE:CONCURRENCY"] = "1", ["SERVE:QUEUE"] = "0" });
        using var slow = new TcpClient();
        await slow.ConnectAsync(server.Address.Host, server.Address.Port, Token);
        var request = $"POST /api/search HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nExpect: 100-continue\r\n{length}\r\n\r\n";
        await slow.GetStream().WriteAsync(Encoding.ASCII.GetBytes(request), Token);

        // The server has begun to read the body when it says so.
        var answer = new byte[64];
        var read = await slow.GetStream().ReadAsync(answer, Token);
        var (status, _) = await server.PostAsync("/api/search", Query);

        Assert.StartsWith("HTTP/1.1 100", Encoding.ASCII.GetString(answer, 0, read), StringComparison.Ordinal);
        Assert.Equal(200, status);
    }

    [Fact]
    public async Task Ctrl_C_ends_the_server_with_what_it_was_working_on()
    {
        var gate = new GatedLibrary(await InMemoryPaperLibrary.OfAsync(TestPapers.All, Token));
        await using var server = await TestServer.StartAsync(gate);
        var working = server.SendAsync("/api/search", Query);
        await gate.ArrivedAsync(Token);

        var ending = server.StopAsync();
        gate.Open();
        using var response = await working;

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal(0, await ending);
    }

    [Fact]
    public async Task An_address_in_use_is_told_with_what_to_do()
    {
        await using var server = await TestServer.StartAsync();
        var program = await TestProgram.WithPapersAsync();

        var second = await program.RunAsync("serve", "--urls", server.Address.ToString().TrimEnd('/'));

        Assert.Equal(1, second.ExitCode);
        Assert.Contains("--urls", second.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("https://localhost:1")]
    [InlineData("localhost:5080")]
    [InlineData("http://localhost:1/base")]
    [InlineData("ftp://localhost:1")]
    [InlineData("")]
    public async Task An_address_that_is_none_is_wrong_usage(string urls)
    {
        var program = await TestProgram.WithPapersAsync();

        var result = await program.RunAsync("serve", "--urls", urls);

        Assert.Equal(2, result.ExitCode);
    }

    private static async Task<HttpResponseMessage> FirstAsync(List<Task<HttpResponseMessage>> answers)
    {
        var first = await Task.WhenAny(answers);
        answers.Remove(first);
        return await first;
    }
}
