using Microsoft.Extensions.AI;
using Microsoft.Extensions.Logging;
using PaperChat.Answering;
using PaperChat.Models.Remote;
using PaperChat.TestSupport;
using PaperChat.TestSupport.ModelServing;

namespace PaperChat.Models.Tests.Remote;

/// <summary>Chat clients against a server that speaks the protocol, and that fails in every way a service can.</summary>
public sealed class ChatClientTests : IDisposable
{
    private const string Key = "sk-test-0123456789abcdefghijklmnop";
    private const string Said = "GliderNet reaches 4.2% [1]. It reads radar frames [1].";

    private static readonly ChatMessage[] Question = [new(ChatRole.System, "Answer."), new(ChatRole.User, "A secret question?")];

    private readonly HttpClient _http = RemoteModels.CreateHttpClient();
    private readonly RecordingLogger _logger = new(LogLevel.Debug);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose() => _http.Dispose();

    [Fact]
    public async Task A_streamed_answer_comes_in_pieces_with_its_tokens_counted()
    {
        await using var server = await ModelServer.StartAsync(_ => new ModelReply(Said));

        var updates = await Client(server).GetStreamingResponseAsync(Question, cancellationToken: Token).ToListAsync(Token);

        Assert.Equal(Said, string.Concat(updates.Select(u => u.Text)));
        Assert.True(updates.Count(u => u.Text.Length > 0) > 5);
        Assert.Equal((100, Said.Length), updates.SelectMany(u => u.Contents).OfType<UsageContent>().Select(u => (u.Details.InputTokenCount, u.Details.OutputTokenCount)).Single());
        Assert.Equal(ChatFinishReason.Stop, updates.Single(u => u.FinishReason is not null).FinishReason);
    }

    [Fact]
    public async Task An_answer_comes_in_one_piece_where_it_is_not_streamed()
    {
        await using var server = await ModelServer.StartAsync(_ => new ModelReply(Said));

        var response = await Client(server).GetResponseAsync(Question, new ChatOptions { Temperature = 0, MaxOutputTokens = 50 }, Token);

        Assert.Equal(Said, response.Text);
        Assert.Equal(100, response.Usage?.InputTokenCount);
        var request = Assert.Single(server.Requests);
        Assert.Equal(("/v1/chat/completions", "Bearer " + Key), (request.Path, request.Headers["Authorization"]));
        Assert.Equal(("Answer.", "A secret question?"), (request.TextOf("system"), request.TextOf("user")));
        Assert.Equal(50, request.Body.GetProperty("max_tokens").GetInt32());
    }

    [Theory]
    [InlineData(ModelProvider.OpenAI, "max_completion_tokens")]
    [InlineData(ModelProvider.Ollama, "max_tokens")]
    public async Task The_limit_of_an_answer_has_the_name_that_the_service_knows(ModelProvider provider, string name)
    {
        await using var server = await ModelServer.StartAsync(_ => new ModelReply(Said));

        await Client(server, provider: provider).GetResponseAsync(Question, new ChatOptions { MaxOutputTokens = 50 }, Token);

        Assert.Equal(50, server.Requests[0].Body.GetProperty(name).GetInt32());
    }

    [Fact]
    public async Task Azure_takes_the_key_in_its_own_header()
    {
        await using var server = await ModelServer.StartAsync(_ => new ModelReply(Said));

        await Client(server, provider: ModelProvider.AzureOpenAI).GetResponseAsync(Question, cancellationToken: Token);

        Assert.Equal(Key, server.Requests[0].Headers["api-key"]);
    }

    [Theory]
    [InlineData(401, "model-unauthorized", false)]
    [InlineData(404, "model-not-found", false)]
    [InlineData(429, "model-rate-limited", true)]
    [InlineData(400, "model-rejected", false)]
    [InlineData(500, "model-server-error", true)]
    [InlineData(503, "model-server-error", true)]
    public async Task A_refusal_says_what_happened_without_the_key(int status, string code, bool isTransient)
    {
        await using var server = await ModelServer.StartAsync(_ => new ModelReply($"The key {Key} is no good.\u001b[2J") { Status = status });

        var failure = await Assert.ThrowsAsync<ModelException>(() => Client(server, attempts: 1).GetResponseAsync(Question, cancellationToken: Token));

        Assert.Equal((code, isTransient), (failure.Code, failure.IsTransient));
        Assert.Contains("is no good", failure.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(Key, failure.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain('\u001b', failure.Message);
    }

    [Fact]
    public async Task A_server_that_is_not_there_is_unreachable()
    {
        var server = await ModelServer.StartAsync(_ => new ModelReply(Said));
        await server.DisposeAsync();

        var failure = await Assert.ThrowsAsync<ModelException>(() => Client(server, attempts: 1).GetResponseAsync(Question, cancellationToken: Token));

        Assert.Equal(("model-unreachable", true), (failure.Code, failure.IsTransient));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Broken_JSON_is_a_bad_response(bool streams)
    {
        await using var server = await ModelServer.StartAsync(_ => new ModelReply(Said) { IsMalformed = true });

        var failure = await Assert.ThrowsAsync<ModelException>(() => AskAsync(Client(server), streams));

        Assert.Equal("model-bad-response", failure.Code);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_stream_that_is_cut_fails_after_what_came(bool quietly)
    {
        var read = new TaskCompletionSource();
        await using var server = await ModelServer.StartAsync(_ => new ModelReply(Said) { CutAfter = 4, CutsQuietly = quietly, BeforeCut = read.Task });
        var text = "";

        var failure = await Assert.ThrowsAsync<ModelException>(async () =>
        {
            await foreach (var update in Client(server).GetStreamingResponseAsync(Question, cancellationToken: Token))
            {
                text += update.Text;
                if (text.Length == 20)
                {
                    read.TrySetResult();
                }
            }
        });

        Assert.Equal("model-cut-off", failure.Code);
        Assert.Equal(Said[..20], text);
        Assert.Single(server.Requests);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_service_that_asks_to_wait_is_asked_again_after_that(bool streams)
    {
        var replies = new Queue<ModelReply>([new ModelReply("Slow down") { Status = 429, RetryAfter = "7" }, new ModelReply("Broken") { Status = 500 }, new ModelReply(Said)]);
        await using var server = await ModelServer.StartAsync(_ => replies.Dequeue());
        var time = new TestTime { Hurries = true };

        Assert.Equal(Said, await AskAsync(Client(server, time: time), streams));

        Assert.Equal(3, server.Requests.Count);
        Assert.Equal(TimeSpan.FromSeconds(7), time.Waits[0]);
        Assert.InRange(time.Waits[1], TimeSpan.FromMilliseconds(500), TimeSpan.FromSeconds(2));
    }

    [Fact]
    public async Task A_service_that_asks_to_wait_for_long_is_not_waited_for()
    {
        await using var server = await ModelServer.StartAsync(_ => new ModelReply("Tomorrow") { Status = 429, RetryAfter = "86400" });

        await Assert.ThrowsAsync<ModelException>(() => AskAsync(Client(server), streams: true));

        Assert.Single(server.Requests);
    }

    [Fact]
    public async Task A_wrong_key_is_not_tried_again()
    {
        await using var server = await ModelServer.StartAsync(_ => new ModelReply("No") { Status = 401 });

        await Assert.ThrowsAsync<ModelException>(() => AskAsync(Client(server), streams: true));

        Assert.Single(server.Requests);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_model_that_sends_nothing_is_given_up(bool streams)
    {
        var asked = new TaskCompletionSource();
        await using var server = await ModelServer.StartAsync(_ =>
        {
            asked.SetResult();
            return new ModelReply(Said) { Delay = new TaskCompletionSource().Task };
        });
        var time = new TestTime();
        var client = new TimeLimitedChatClient(new ServiceFailureChatClient(new OpenAIChatClient(Endpoint(server), _http), Endpoint(server), time), TimeSpan.FromSeconds(60), time);

        var answer = AskAsync(client, streams);
        await asked.Task;
        time.Advance(TimeSpan.FromSeconds(61));

        var failure = await Assert.ThrowsAsync<ModelException>(() => answer);
        Assert.Equal(("model-timeout", true), (failure.Code, failure.IsTransient));
    }

    [Fact]
    public async Task Who_asks_can_stop_it()
    {
        using var stop = new CancellationTokenSource();
        await using var server = await ModelServer.StartAsync(_ =>
        {
            stop.Cancel();
            return new ModelReply(Said) { Delay = new TaskCompletionSource().Task };
        });

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Client(server).GetResponseAsync(Question, cancellationToken: stop.Token));
    }

    [Fact]
    public async Task Logs_tell_no_texts_below_trace_and_never_the_key()
    {
        var replies = new Queue<ModelReply>([new ModelReply($"Not with {Key}") { Status = 500 }, new ModelReply(Said)]);
        await using var server = await ModelServer.StartAsync(_ => replies.Dequeue());
        var traced = new RecordingLogger(LogLevel.Trace);

        await AskAsync(Client(server), streams: true);
        replies.Enqueue(new ModelReply(Said));
        await AskAsync(Client(server, logger: traced), streams: false);

        Assert.Contains("test-model", _logger.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("secret question", _logger.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("GliderNet", _logger.Text, StringComparison.Ordinal);
        Assert.Contains("secret question", traced.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(Key, _logger.Text + traced.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_model_that_takes_no_temperature_is_asked_without_one(bool streams)
    {
        await using var server = await ModelServer.StartAsync(r => r.Body.TryGetProperty("temperature", out _)
            ? new ModelReply("Unsupported value: 'temperature' does not support 0 with this model.") { Status = 400 }
            : new ModelReply(Said));
        var client = Client(server);
        var options = new ChatOptions { Temperature = 0 };

        for (var i = 0; i < 2; i++)
        {
            var text = streams
                ? string.Concat((await client.GetStreamingResponseAsync(Question, options, Token).ToListAsync(Token)).Select(u => u.Text))
                : (await client.GetResponseAsync(Question, options, Token)).Text;
            Assert.Equal(Said, text);
        }

        Assert.Equal(3, server.Requests.Count);
    }

    [Fact]
    public async Task A_client_says_what_it_is()
    {
        await using var server = await ModelServer.StartAsync(_ => new ModelReply(Said));

        var metadata = Assert.IsType<ChatClientMetadata>(Client(server).GetService(typeof(ChatClientMetadata)));

        Assert.Equal(("test-model", server.Address), (metadata.DefaultModelId, metadata.ProviderUri));
        Assert.DoesNotContain(Key, Endpoint(server).ToString(), StringComparison.Ordinal);
        Assert.Equal("...mnop", Endpoint(server).RedactedKey);
    }

    private static ModelEndpoint Endpoint(ModelServer server, ModelProvider provider = ModelProvider.Compatible) =>
        new() { Provider = provider, Address = server.Address, Model = "test-model", ApiKey = Key };

    private LoggingChatClient Client(
        ModelServer server, int attempts = 3, ModelProvider provider = ModelProvider.Compatible, TestTime? time = null, RecordingLogger? logger = null)
    {
        time ??= new TestTime { Hurries = true };
        return new LoggingChatClient(
            new RetryingChatClient(new ServiceFailureChatClient(new OpenAIChatClient(Endpoint(server, provider), _http), Endpoint(server, provider), time), new RetryOptions { Attempts = attempts }, time, logger ?? _logger),
            time, logger ?? _logger);
    }

    private static async Task<string> AskAsync(IChatClient client, bool streams) => streams
        ? string.Concat((await client.GetStreamingResponseAsync(Question, cancellationToken: Token).ToListAsync(Token)).Select(u => u.Text))
        : (await client.GetResponseAsync(Question, cancellationToken: Token)).Text;
}
