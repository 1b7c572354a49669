using System.Net.Http.Headers;
using System.Net.ServerSentEvents;
using System.Text;
using System.Text.Json;
using PaperChat.Chat.Tests.Json;
using PaperChat.Hosting;
using PaperChat.Library;
using PaperChat.TestSupport;

namespace PaperChat.Chat.Tests.Api;

/// <summary><c>paperchat serve</c> in this process, as the command runs it: on a free port of loopback, over a library in memory.</summary>
internal sealed class TestServer : IAsyncDisposable
{
    private readonly Interruption _interruption = Interruption.Silent();
    private readonly StringWriter _error = new();
    private Task<int> _run = Task.FromResult(-1);

    private TestServer()
    {
    }

    public Uri Address { get; private set; } = new("http://127.0.0.1");

    public HttpClient Client { get; } = new();

    /// <summary>What the server wrote on standard error.</summary>
    public string Log => _error.ToString();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public static async Task<TestServer> StartAsync(
        IPaperLibrary? library = null, IReadOnlyDictionary<string, string>? settings = null, string urls = "http://127.0.0.1:0", bool verbose = false, TimeProvider? time = null)
    {
        var program = new TestProgram(library ?? await InMemoryPaperLibrary.OfAsync([.. TestPapers.All, TestPapers.Reef], Token)) { Time = time ?? TimeProvider.System };
        program.Variables["PAPERCHAT__EMBEDDINGS__MODEL"] = "none";
        foreach (var (name, value) in settings ?? new Dictionary<string, string>())
        {
            program.Variables["PAPERCHAT__" + name.Replace(":", "__", StringComparison.Ordinal)] = value;
        }

        var server = new TestServer();
        var output = new FirstLine();
        var console = new ProgramConsole(TextReader.Null, output, TextWriter.Synchronized(server._error));
        string[] arguments = ["serve", "--urls", urls, "--json", .. verbose ? (string[])["--verbose"] : []];
        server._run = Task.Run(() => program.RunAsync(console, server._interruption, arguments), Token);
        if (await Task.WhenAny(output.Line, server._run) == server._run)
        {
            throw new InvalidOperationException($"The server ended with {await server._run}: {server.Log}");
        }

        var listening = PaperChatSchema.Line("listening", await output.Line);
        server.Address = new Uri(listening.GetProperty("listening")[0].GetString()!.Replace("[::]", "127.0.0.1", StringComparison.Ordinal).Replace("0.0.0.0", "127.0.0.1", StringComparison.Ordinal));
        server.Client.BaseAddress = server.Address;
        return server;
    }

    public async Task<(int Status, JsonElement Body)> GetAsync(string path)
    {
        using var response = await Client.GetAsync(new Uri(path, UriKind.Relative), Token);
        return await ReadAsync(response);
    }

    public async Task<(int Status, JsonElement Body)> PostAsync(string path, string json)
    {
        using var response = await SendAsync(path, json);
        return await ReadAsync(response);
    }

    public async Task<HttpResponseMessage> SendAsync(string path, string json, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = new StringContent(json, Encoding.UTF8, "application/json") };
        foreach (var (name, value) in headers)
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        return await Client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, Token);
    }

    /// <summary>The events of a stream: their names with their data.</summary>
    public async Task<IReadOnlyList<(string Event, JsonElement Data)>> StreamAsync(string path, string json)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = new StringContent(json, Encoding.UTF8, "application/json") };
        request.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue("text/event-stream"));
        using var response = await Client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, Token);
        Assert.Equal("text/event-stream", response.Content.Headers.ContentType?.MediaType);
        List<(string, JsonElement)> events = [];
        await foreach (var item in SseParser.Create(await response.Content.ReadAsStreamAsync(Token)).EnumerateAsync(Token))
        {
            events.Add((item.EventType, JsonDocument.Parse(item.Data).RootElement));
        }

        return events;
    }

    /// <summary>Ends the server as Ctrl+C does.</summary>
    public Task<int> StopAsync()
    {
        if (!_run.IsCompleted)
        {
            _interruption.Interrupt();
        }

        return _run;
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await StopAsync();
        _interruption.Dispose();
    }

    private static async Task<(int Status, JsonElement Body)> ReadAsync(HttpResponseMessage response)
    {
        var text = await response.Content.ReadAsStringAsync(Token);
        return ((int)response.StatusCode, text.Length == 0 ? default : JsonDocument.Parse(text).RootElement);
    }

    /// <summary>Waits for the line that says where the server listens.</summary>
    private sealed class FirstLine : StringWriter
    {
        private readonly TaskCompletionSource<string> _line = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public Task<string> Line => _line.Task;

        public override void WriteLine(string? value) => _line.TrySetResult(value ?? "");
    }
}
