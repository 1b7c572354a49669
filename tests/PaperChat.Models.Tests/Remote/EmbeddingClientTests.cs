using Microsoft.Extensions.Logging;
using PaperChat.Answering;
using PaperChat.Library;
using PaperChat.Models.Remote;
using PaperChat.TestSupport;
using PaperChat.TestSupport.ModelServing;

namespace PaperChat.Models.Tests.Remote;

public sealed class EmbeddingClientTests : IDisposable
{
    private static readonly string[] Texts = ["one", "two words", "three words more"];

    private readonly HttpClient _http = RemoteModels.CreateHttpClient();
    private readonly RecordingLogger _logger = new(LogLevel.Trace);
    private readonly TestTime _time = new() { Hurries = true };

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose() => _http.Dispose();

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Vectors_come_in_the_order_of_the_texts_in_base64_or_as_numbers(bool onlyFloats)
    {
        await using var server = await ModelServer.StartAsync(_ => new ModelReply("") { OnlyFloats = onlyFloats });

        var vectors = await Generator(server).GenerateAsync(Texts, cancellationToken: Token);

        Assert.Equal(Texts.Select(ModelServer.VectorOf), vectors.Select(v => v.Vector.ToArray()));
        Assert.Equal("/v1/embeddings", server.Requests[0].Path);
    }

    [Fact]
    public async Task Many_texts_go_in_batches_of_a_token_budget_a_bounded_number_at_a_time()
    {
        var gate = new Lock();
        var (now, most) = (0, 0);
        await using var server = await ModelServer.StartAsync(_ => new ModelReply("") { Delay = CountAsync() });
        string[] texts = [.. Enumerable.Range(0, 40).Select(i => $"text number {i}")];

        var vectors = await Generator(server, new BatchingOptions { BatchTokens = 40, Concurrency = 2 }).GenerateAsync(texts, cancellationToken: Token);

        Assert.Equal(texts.Select(ModelServer.VectorOf), vectors.Select(v => v.Vector.ToArray()));
        Assert.True(server.Requests.Count >= 4, $"{server.Requests.Count} requests");
        Assert.All(server.Requests, r => Assert.InRange(r.Inputs.Count, 1, 10));
        Assert.InRange(most, 1, 2);

        async Task CountAsync()
        {
            lock (gate)
            {
                most = Math.Max(most, ++now);
            }

            await Task.Yield();
            lock (gate)
            {
                now--;
            }
        }
    }

    [Fact]
    public async Task A_text_is_asked_for_once()
    {
        await using var server = await ModelServer.StartAsync(_ => new ModelReply(""));
        var generator = new CachingEmbeddingGenerator(Generator(server), capacity: 2);

        var first = await generator.GenerateAsync(["one", "one", "two"], cancellationToken: Token);
        var second = await generator.GenerateAsync(["two", "three", "one"], cancellationToken: Token);

        Assert.Equal(first[2].Vector.ToArray(), second[0].Vector.ToArray());
        Assert.Equal([["one", "two"], ["three"]], server.Requests.Select(r => r.Inputs));
        await generator.GenerateAsync(["two"], cancellationToken: Token);
        Assert.Equal(3, server.Requests.Count);
    }

    [Fact]
    public async Task When_the_service_asks_to_wait_everybody_waits()
    {
        var replies = new Queue<ModelReply>([new ModelReply("Slow down") { Status = 429, RetryAfter = "20" }, new ModelReply("")]);
        await using var server = await ModelServer.StartAsync(_ => replies.Dequeue());

        await Generator(server).GenerateAsync(Texts, cancellationToken: Token);

        Assert.Contains(TimeSpan.FromSeconds(20), _time.Waits);
        Assert.Equal(2, server.Requests.Count);
    }

    [Fact]
    public async Task Broken_JSON_is_a_bad_response()
    {
        await using var server = await ModelServer.StartAsync(_ => new ModelReply("") { IsMalformed = true });

        var failure = await Assert.ThrowsAsync<ModelException>(() => Generator(server).GenerateAsync(Texts, cancellationToken: Token));

        Assert.Equal("model-bad-response", failure.Code);
    }

    [Fact]
    public async Task A_generator_of_known_dimension_can_be_the_model_of_a_library()
    {
        await using var server = await ModelServer.StartAsync(_ => new ModelReply(""));
        var model = new EmbeddingModel(Generator(server, dimensions: 8));

        var vector = Assert.Single(await model.EmbedAsync(["one"], Token));

        Assert.Equal(("test-embeddings", 8), (model.Info.Name, model.Info.Dimension));
        Assert.Equal(1, vector.ToArray().Sum(v => (double)v * v), 5);
    }

    private BatchingEmbeddingGenerator Generator(ModelServer server, BatchingOptions? batching = null, int? dimensions = null)
    {
        var endpoint = new ModelEndpoint { Provider = ModelProvider.Compatible, Address = server.Address, Model = "test-embeddings", ApiKey = "sk-secret" };
        return new BatchingEmbeddingGenerator(
            new LoggingEmbeddingGenerator(
                new RetryingEmbeddingGenerator(new OpenAIEmbeddingGenerator(endpoint, dimensions, _http, _time), RetryOptions.Default, _time, _logger), _time, _logger),
            batching ?? BatchingOptions.Default);
    }
}
