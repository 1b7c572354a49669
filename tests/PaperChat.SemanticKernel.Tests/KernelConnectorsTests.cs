using Microsoft.Extensions.AI;
using Microsoft.Extensions.Logging.Abstractions;
using PaperChat.Answering;
using PaperChat.Models.Remote;
using PaperChat.TestSupport;
using PaperChat.TestSupport.ModelServing;

namespace PaperChat.SemanticKernel.Tests;

/// <summary>The connectors' clients with our limits around them.</summary>
public sealed class KernelConnectorsTests : IDisposable
{
    private static readonly ChatMessage[] Question = [new(ChatRole.System, "Answer."), new(ChatRole.User, "How deep?")];

    private readonly HttpClient _http = RemoteModels.CreateHttpClient();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose() => _http.Dispose();

    [Theory]
    [InlineData(ModelProvider.OpenAI, "max_completion_tokens")]
    [InlineData(ModelProvider.AzureOpenAI, "max_completion_tokens")]
    [InlineData(ModelProvider.Compatible, "max_tokens")]
    public async Task The_limit_of_an_answer_has_the_name_that_the_service_knows(ModelProvider provider, string name)
    {
        await using var server = await ModelServer.StartAsync(_ => new ModelReply("Deep."));

        var response = await Client(server.Address, provider).GetResponseAsync(Question, new ChatOptions { MaxOutputTokens = 50 }, Token);

        Assert.Equal("Deep.", response.Text);
        Assert.Equal(50, server.Requests[0].Body.GetProperty(name).GetInt32());
    }

    [Theory]
    [InlineData(401, "model-unauthorized")]
    [InlineData(404, "model-not-found")]
    [InlineData(429, "model-rate-limited")]
    [InlineData(500, "model-server-error")]
    public async Task A_refusal_means_the_same_as_in_the_default_build(int status, string code)
    {
        await using var server = await ModelServer.StartAsync(_ => new ModelReply("No") { Status = status });

        var failure = await Assert.ThrowsAsync<ModelException>(() => Client(server.Address).GetStreamingResponseAsync(Question, cancellationToken: Token).ToListAsync(Token).AsTask());

        Assert.Equal(code, failure.Code);
        Assert.DoesNotContain(Endpoints.Key, failure.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_stream_that_ends_without_saying_why_is_cut_off()
    {
        await using var server = await ModelServer.StartAsync(_ => new ModelReply("A long answer that is cut.") { CutAfter = 2, CutsQuietly = true });

        var failure = await Assert.ThrowsAsync<ModelException>(() => Client(server.Address).GetStreamingResponseAsync(Question, cancellationToken: Token).ToListAsync(Token).AsTask());

        Assert.Equal("model-cut-off", failure.Code);
    }

    [Fact]
    public void A_client_tells_its_model_without_which_a_kernel_does_not_take_it()
    {
        using var client = Client(new Uri("http://127.0.0.1:9/v1"));

        Assert.Equal("scripted", ((ChatClientMetadata)client.GetService(typeof(ChatClientMetadata))!).DefaultModelId);
    }

    [Fact]
    public async Task Ollama_is_asked_by_its_own_protocol_and_may_call_functions()
    {
        await using var server = await OllamaServer.StartAsync(
            """{"model":"scripted","message":{"role":"assistant","content":"","tool_calls":[{"function":{"name":"look","arguments":{"where":"down"}}}]},"done":true,"done_reason":"stop","prompt_eval_count":11,"eval_count":3}""");
        using var client = Client(server.Address, ModelProvider.Ollama);

        var updates = await client.GetStreamingResponseAsync(Question, new ChatOptions { MaxOutputTokens = 50, Temperature = 0 }, Token).ToListAsync(Token);

        var call = Assert.Single(updates.SelectMany(u => u.Contents).OfType<FunctionCallContent>());
        Assert.Equal(("look", "down"), (call.Name, call.Arguments!["where"]!.ToString()));
        Assert.Contains("\"num_predict\":50", server.Body, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(400, """{"error":"scripted does not support tools"}""", "model-rejected", "cannot call functions")]
    [InlineData(404, """{"error":"model not found"}""", "model-not-found", "does not know this model")]
    public async Task What_Ollama_refuses_is_told_with_what_to_do(int status, string body, string code, string says)
    {
        await using var server = await OllamaServer.StartAsync(body, status);
        using var client = Client(server.Address, ModelProvider.Ollama);

        var failure = await Assert.ThrowsAsync<ModelException>(() => client.GetStreamingResponseAsync(Question, cancellationToken: Token).ToListAsync(Token).AsTask());

        Assert.Equal(code, failure.Code);
        Assert.Contains(says, failure.Message, StringComparison.Ordinal);
    }

    private IChatClient Client(Uri address, ModelProvider provider = ModelProvider.Compatible)
    {
        var endpoint = Endpoints.Of(address, provider);
        return RemoteModels.GuardChatClient(
            KernelConnectors.Connect(endpoint, _http), endpoint, TimeSpan.FromSeconds(30), new RetryOptions { Attempts = 1 }, new TestTime(), NullLogger.Instance);
    }
}
