using System.Net;
using System.Net.Sockets;
using System.Text;
using PaperChat.TestSupport;

namespace PaperChat.Chat.Tests.Api;

/// <summary>What a stranger, a page of another origin or a hostile text may try.</summary>
public sealed class SecurityTests
{
    private const string Secret = "pc_0123456789abcdefghijklmnopqrstuvwxyzABCDEFG";

    // Of Secret, as another program computes it.
    private const string Hash = "sha256:" + HashDigits;
    private const string HashDigits = "a42306a97845a69eb212cc51c65d13312027bdf2956a0d2756f632bf59911271";

    private static readonly Dictionary<string, string> WithKeys = new() { ["SERVE:KEYS:laptop"] = Hash, ["SERVE:KEYS:other"] = "sha256:" + new string('0', 64) };

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("Host", "evil.example")]
    [InlineData("Host", "evil.example:5080")]
    [InlineData("Host", "localhost.evil.example")]
    [InlineData("Origin", "http://evil.example")]
    [InlineData("Origin", "null")]
    [InlineData("Origin", "http://localhost.evil.example")]
    [InlineData("Origin", "http://127.0.0.1:1")]
    [InlineData("Sec-Fetch-Site", "cross-site")]
    [InlineData("Sec-Fetch-Site", "same-site")]
    public async Task A_page_of_another_origin_is_refused(string name, string value)
    {
        await using var server = await TestServer.StartAsync();

        using var response = await server.SendAsync("/api/ask", """{"question":"What does LatticeNet do?"}""", (name, value));

        Assert.Equal(HttpStatusCode.Forbidden, response.StatusCode);
        Assert.DoesNotContain(response.Headers, h => h.Key.StartsWith("Access-Control", StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public async Task The_server_s_own_page_is_let_in()
    {
        await using var server = await TestServer.StartAsync();
        const string question = """{"question":"What does LatticeNet do?"}""";

        using var own = await server.SendAsync("/api/ask", question, ("Origin", $"http://127.0.0.1:{server.Address.Port}"), ("Sec-Fetch-Site", "same-origin"));
        using var byName = await server.SendAsync("/api/ask", question, ("Host", $"localhost:{server.Address.Port}"), ("Origin", $"http://localhost:{server.Address.Port}"));

        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.OK), (own.StatusCode, byName.StatusCode));
    }

    [Fact]
    public async Task A_preflight_of_another_origin_gets_no_leave()
    {
        await using var server = await TestServer.StartAsync();
        using var request = new HttpRequestMessage(HttpMethod.Options, "/api/ask");
        request.Headers.Add("Origin", "http://evil.example");
        request.Headers.Add("Access-Control-Request-Method", "POST");

        using var response = await server.Client.SendAsync(request, Token);

        Assert.Equal(HttpStatusCode.Forbidden, response.StatusCode);
        Assert.DoesNotContain(response.Headers, h => h.Key.StartsWith("Access-Control", StringComparison.OrdinalIgnoreCase));
    }

    [Theory]
    [InlineData("text/plain")]
    [InlineData("application/x-www-form-urlencoded")]
    public async Task A_body_that_a_form_of_another_page_could_send_is_not_read(string type)
    {
        await using var server = await TestServer.StartAsync();
        using var body = new StringContent("""{"question":"What does LatticeNet do?"}""", Encoding.UTF8, type);

        using var response = await server.Client.PostAsync(new Uri("/api/ask", UriKind.Relative), body, Token);

        Assert.Equal(HttpStatusCode.UnsupportedMediaType, response.StatusCode);
    }

    [Theory]
    [InlineData("Authorization", "Bearer " + Secret, 200)]
    [InlineData("Authorization", "bearer " + Secret, 200)]
    [InlineData("X-Api-Key", Secret, 200)]
    [InlineData("X-Api-Key", Secret + "x", 401)]
    [InlineData("X-Api-Key", Hash, 401)]
    [InlineData("X-Api-Key", HashDigits, 401)]
    [InlineData("Authorization", "Basic " + Secret, 401)]
    [InlineData("Authorization", "Bearer ", 401)]
    [InlineData("X-Nothing", "", 401)]
    public async Task With_keys_nobody_is_let_in_without_one(string name, string value, int expected)
    {
        await using var server = await TestServer.StartAsync(settings: WithKeys);

        using var asked = await server.SendAsync("/api/ask", """{"question":"What does LatticeNet do?"}""", (name, value));
        using var completed = await server.SendAsync("/v1/chat/completions", """{"messages":[{"role":"user","content":"What does LatticeNet do?"}]}""", (name, value));

        Assert.Equal((expected, expected), ((int)asked.StatusCode, (int)completed.StatusCode));
        Assert.DoesNotContain(Secret, server.Log, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Health_needs_no_key_and_an_unknown_address_does()
    {
        await using var server = await TestServer.StartAsync(settings: WithKeys);

        Assert.Equal(200, (await server.GetAsync("/health/ready")).Status);
        Assert.Equal(401, (await server.GetAsync("/api/library")).Status);
        Assert.Equal(401, (await server.GetAsync("/nothing")).Status);
    }

    [Fact]
    public async Task A_key_in_the_address_counts_for_nothing()
    {
        await using var server = await TestServer.StartAsync(settings: WithKeys);

        Assert.Equal(401, (await server.GetAsync($"/api/library?key={Secret}&api_key={Secret}&X-Api-Key={Secret}")).Status);
    }

    [Theory]
    [InlineData("http://0.0.0.0:0")]
    [InlineData("http://*:0")]
    [InlineData("http://[::]:0")]
    [InlineData("http://127.0.0.1:0;http://0.0.0.0:0")]
    public async Task Others_reach_the_server_only_where_it_has_keys(string urls)
    {
        var program = await TestProgram.WithPapersAsync();

        var without = await program.RunAsync("serve", "--urls", urls);

        Assert.Equal(2, without.ExitCode);
        Assert.Contains("--new-key", without.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task With_keys_others_reach_it_under_any_name()
    {
        await using var server = await TestServer.StartAsync(settings: WithKeys, urls: "http://0.0.0.0:0");

        using var response = await server.SendAsync("/api/ask", """{"question":"What does LatticeNet do?"}""", ("Host", "papers.example.org"), ("X-Api-Key", Secret));

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
    }

    [Theory]
    [InlineData("sha256:12")]
    [InlineData("my-password")]
    [InlineData("sha256:zz")]
    public async Task A_key_that_is_no_hash_is_refused_without_being_repeated(string value)
    {
        var program = await TestProgram.WithPapersAsync();
        program.Variables["PAPERCHAT__SERVE__KEYS__LAPTOP"] = value;

        var result = await program.RunAsync("serve", "--urls", "http://127.0.0.1:0");

        Assert.Equal(2, result.ExitCode);
        Assert.DoesNotContain(value, result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_new_key_is_shown_once_and_its_hash_lets_it_in()
    {
        var program = await TestProgram.WithPapersAsync();
        var made = Json.PaperChatSchema.Object("newKey", (await program.RunAsync("serve", "--new-key", "laptop", "--json")).Output);
        var (key, hash) = (made.GetProperty("key").GetString()!, made.GetProperty("hash").GetString()!);
        await using var server = await TestServer.StartAsync(settings: new Dictionary<string, string> { ["SERVE:KEYS:laptop"] = hash });

        using var response = await server.SendAsync("/api/search", """{"query":"coral"}""", ("X-Api-Key", key));

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.DoesNotContain(key, hash, StringComparison.Ordinal);
        Assert.NotEqual(key, System.Text.Json.JsonDocument.Parse((await program.RunAsync("serve", "--new-key", "laptop", "--json")).Output).RootElement.GetProperty("key").GetString());
    }

    [Theory]
    [InlineData("/api/ask", "question")]
    [InlineData("/v1/chat/completions", "model")]
    public async Task A_body_over_the_limit_is_refused(string path, string field)
    {
        await using var server = await TestServer.StartAsync();

        var (status, _) = await server.PostAsync(path, $$"""{"{{field}}":"{{new string('a', 600 * 1024)}}"}""");

        Assert.Equal(413, status);
    }

    [Theory]
    [InlineData("/api/ask", "id")]
    [InlineData("/api/search", "id")]
    [InlineData("/v1/chat/completions", "messages")]
    [InlineData("/v1/embeddings", "input")]
    public async Task Deeply_nested_json_is_refused(string path, string field)
    {
        await using var server = await TestServer.StartAsync();

        var (status, _) = await server.PostAsync(path, $$"""{"{{field}}":{{new string('[', 50_000)}}{{new string(']', 50_000)}}}""");

        Assert.Equal(400, status);
    }

    [Theory]
    [InlineData("GET /api/papers/../../../../etc/passwd HTTP/1.1")]
    [InlineData("GET /api/papers/..%2f..%2f..%2fetc%2fpasswd HTTP/1.1")]
    [InlineData("GET /../../etc/passwd HTTP/1.1")]
    [InlineData("GET /api/papers/..\\..\\etc\\passwd HTTP/1.1")]
    [InlineData("GET /api/days/..%2f..%2fetc%2fpasswd HTTP/1.1")]
    public async Task A_path_leads_to_no_file(string line)
    {
        await using var server = await TestServer.StartAsync();

        var answer = await RawAsync(server, $"{line}\r\nHost: localhost\r\nConnection: close\r\n\r\n");

        Assert.Matches("^HTTP/1.1 40[04]", answer);
        Assert.DoesNotContain("root:", answer, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_a_client_sends_is_in_no_header_and_on_no_line_of_its_own_in_the_log()
    {
        await using var server = await TestServer.StartAsync(verbose: true);

        var answer = await RawAsync(server, "GET /api/search?q=coral%0d%0aSet-Cookie:%20a=b&mode=x%0d%0aInjected:%201 HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");
        await RawAsync(server, "FORGED%0aline /api/x HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");

        var head = answer[..answer.IndexOf("\r\n\r\n", StringComparison.Ordinal)];
        Assert.DoesNotContain("Set-Cookie", head, StringComparison.Ordinal);
        Assert.DoesNotContain("Injected", head, StringComparison.Ordinal);
        Assert.DoesNotContain("FORGED", server.Log, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Questions_stay_out_of_the_log()
    {
        await using var server = await TestServer.StartAsync(verbose: true);

        await server.PostAsync("/api/ask", """{"question":"What does the zebrafish paper say?"}""");
        await server.GetAsync("/api/search?q=zebrafish");
        await server.PostAsync("/v1/chat/completions", """{"messages":[{"role":"user","content":"And zebrafish?"}]}""");
        await server.GetAsync("/api/papers/zebrafish");

        Assert.Contains("/api/ask", server.Log, StringComparison.Ordinal);
        Assert.DoesNotContain("zebrafish", server.Log, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task Questions_are_logged_where_the_configuration_asks_for_it_on_one_line_each()
    {
        await using var server = await TestServer.StartAsync(settings: new Dictionary<string, string> { ["SERVE:LOGQUESTIONS"] = "true" }, verbose: true);

        await server.PostAsync("/api/ask", """{"question":"What of\nzebrafish \u001b[31m?"}""");

        var line = Assert.Single(server.Log.Split('\n'), l => l.Contains("zebrafish", StringComparison.Ordinal));
        Assert.Contains("What of", line, StringComparison.Ordinal);
        Assert.DoesNotContain('\u001b', line);
    }

    [Fact]
    public async Task A_failure_inside_tells_the_client_nothing_of_the_inside()
    {
        await using var server = await TestServer.StartAsync(new BrokenLibrary());

        var (status, problem) = await server.GetAsync("/api/days");
        var (live, _) = await server.GetAsync("/health/live");
        var (ready, _) = await server.GetAsync("/health/ready");

        Assert.Equal((500, 200, 503), (status, live, ready));
        Assert.DoesNotContain(BrokenLibrary.Inside, problem.GetRawText(), StringComparison.Ordinal);
        Assert.Contains(BrokenLibrary.Inside, server.Log, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Scripts_in_papers_are_text_wherever_the_server_writes_markup()
    {
        var hostile = TestPapers.Reef with { Title = "<script>alert(1)</script> Counting Corals", Abstract = "Corals are counted by <img src=x onerror=alert(1)> cameras. We count corals in reefs." };
        await using var server = await TestServer.StartAsync(await InMemoryPaperLibrary.OfAsync([hostile, TestPapers.Lattice], Token));

        using var response = await server.SendAsync("/api/ask", """{"question":"How are corals counted?"}""");
        var (_, review) = await server.PostAsync("/api/review", """{"topic":"counting corals"}""");

        Assert.Equal("application/json", response.Content.Headers.ContentType?.MediaType);
        Assert.Equal("nosniff", Assert.Single(response.Headers.GetValues("X-Content-Type-Options")));
        var html = review.GetProperty("files").GetProperty("review.html").GetString();
        Assert.DoesNotContain("<script>alert", html, StringComparison.Ordinal);
        Assert.DoesNotContain("<img src=x", html, StringComparison.Ordinal);
    }

    private static async Task<string> RawAsync(TestServer server, string request)
    {
        using var client = new TcpClient();
        await client.ConnectAsync(server.Address.Host, server.Address.Port, Token);
        await client.GetStream().WriteAsync(Encoding.ASCII.GetBytes(request), Token);
        using var reader = new StreamReader(client.GetStream());
        return await reader.ReadToEndAsync(Token);
    }
}
