using System.Net.ServerSentEvents;
using System.Text.Json;

namespace PaperChat.Chat.Tests.Api;

public sealed class OpenAITests
{
    private const string Ask = """{"model":"paperchat","messages":[{"role":"system","content":"Be brief."},{"role":"user","content":"What accuracy does LatticeNet reach on the Gale benchmark?"}]}""";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_completion_cites_lists_its_sources_and_says_where_it_cites()
    {
        await using var server = await TestServer.StartAsync();

        var (status, completion) = await server.PostAsync("/v1/chat/completions", Ask);

        Assert.Equal((200, "chat.completion", "paperchat"), (status, completion.GetProperty("object").GetString(), completion.GetProperty("model").GetString()));
        var choice = completion.GetProperty("choices")[0];
        var content = choice.GetProperty("message").GetProperty("content").GetString()!;
        Assert.Contains("91.3% accuracy", content, StringComparison.Ordinal);
        Assert.Contains("\n\nSources:\n- [1] LatticeNet: Sparse Routing for Weather Forecasting", content, StringComparison.Ordinal);
        Assert.Equal("stop", choice.GetProperty("finish_reason").GetString());
        var citation = choice.GetProperty("message").GetProperty("annotations")[0].GetProperty("url_citation");
        Assert.Equal("[1]", content[citation.GetProperty("start_index").GetInt32()..citation.GetProperty("end_index").GetInt32()]);
        Assert.Equal("https://example.org/lattice", citation.GetProperty("url").GetString());
        Assert.Equal(0, completion.GetProperty("usage").GetProperty("total_tokens").GetInt32());
    }

    [Fact]
    public async Task A_stream_has_the_same_content_and_the_usage_where_it_is_wanted()
    {
        await using var server = await TestServer.StartAsync();

        var (_, whole) = await server.PostAsync("/v1/chat/completions", Ask);
        var chunks = await ChunksAsync(server, Ask.Insert(1, "\"stream\":true,\"stream_options\":{\"include_usage\":true},"));

        var message = whole.GetProperty("choices")[0].GetProperty("message");
        var deltas = chunks.SkipLast(1).Select(c => c.GetProperty("choices")[0].GetProperty("delta")).ToList();
        Assert.Equal("assistant", deltas[0].GetProperty("role").GetString());
        Assert.Equal(message.GetProperty("content").GetString(), string.Concat(deltas.Select(d => d.TryGetProperty("content", out var text) ? text.GetString() : "")));
        Assert.Equal(message.GetProperty("annotations").GetRawText(), deltas[^2].GetProperty("annotations").GetRawText());
        Assert.All(chunks.SkipLast(2), c => Assert.Equal(JsonValueKind.Null, c.GetProperty("choices")[0].GetProperty("finish_reason").ValueKind));
        Assert.Equal("stop", chunks[^2].GetProperty("choices")[0].GetProperty("finish_reason").GetString());
        Assert.Equal(0, chunks[^1].GetProperty("choices").GetArrayLength());
        Assert.True(chunks[^1].TryGetProperty("usage", out _));
    }

    [Fact]
    public async Task A_refusal_is_text_in_a_stream_too()
    {
        await using var server = await TestServer.StartAsync();

        var chunks = await ChunksAsync(server, """{"stream":true,"messages":[{"role":"user","content":"Who painted the ceiling of the chapel?"}]}""");

        var text = string.Concat(chunks.Select(c => c.GetProperty("choices")[0].GetProperty("delta")).Select(d => d.TryGetProperty("content", out var part) ? part.GetString() : ""));
        Assert.NotEqual("", text);
        Assert.DoesNotContain("Sources:", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Earlier_messages_of_the_user_are_the_conversation()
    {
        await using var server = await TestServer.StartAsync();

        var (_, completion) = await server.PostAsync(
            "/v1/chat/completions",
            """{"messages":[{"role":"user","content":"What accuracy does LatticeNet reach?"},{"role":"assistant","content":"91.3% [1]."},{"role":"user","content":[{"type":"text","text":"How long does it train?"}]}],"temperature":0.2,"tools":[]}""");

        Assert.Contains("two hours", completion.GetProperty("choices")[0].GetProperty("message").GetProperty("content").GetString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"model":"gpt-9","messages":[{"role":"user","content":"x"}]}""", 404, "model_not_found")]
    [InlineData("""{"messages":[]}""", 400, "usage")]
    [InlineData("""{"messages":[{"role":"system","content":"x"}]}""", 400, "usage")]
    [InlineData("""{"messages":[{"role":"user","content":"x"}],"n":2}""", 400, "usage")]
    [InlineData("""{"messages":7}""", 400, "json")]
    [InlineData("""{"messages":""", 400, "json")]
    public async Task Errors_have_the_shape_that_clients_of_this_api_read(string body, int expected, string code)
    {
        await using var server = await TestServer.StartAsync();

        var (status, answer) = await server.PostAsync("/v1/chat/completions", body);

        var error = answer.GetProperty("error");
        Assert.Equal((expected, code, "invalid_request_error"), (status, error.GetProperty("code").GetString(), error.GetProperty("type").GetString()));
        Assert.NotEqual("", error.GetProperty("message").GetString());
        Assert.Equal(JsonValueKind.Null, error.GetProperty("param").ValueKind);
    }

    [Fact]
    public async Task Models_are_listed_and_each_has_a_card()
    {
        await using var server = await TestServer.StartAsync(settings: new Dictionary<string, string> { ["EMBEDDINGS:MODEL"] = "built-in" });

        var (_, models) = await server.GetAsync("/v1/models");
        var ids = models.GetProperty("data").EnumerateArray().Select(m => m.GetProperty("id").GetString()!).ToList();

        Assert.Equal(["paperchat", "paperchat-extractive"], ids.Take(2));
        Assert.Equal(3, ids.Count);
        foreach (var id in ids)
        {
            Assert.Equal(id, (await server.GetAsync("/v1/models/" + id)).Body.GetProperty("id").GetString());
        }

        Assert.Equal(404, (await server.GetAsync("/v1/models/gpt-9")).Status);
    }

    [Fact]
    public async Task Embeddings_are_the_same_as_numbers_and_in_base64()
    {
        await using var server = await TestServer.StartAsync(settings: new Dictionary<string, string> { ["EMBEDDINGS:MODEL"] = "built-in" });

        var (status, numbers) = await server.PostAsync("/v1/embeddings", """{"input":["coral reefs","weather"],"encoding_format":"float"}""");
        var (_, bytes) = await server.PostAsync("/v1/embeddings", """{"input":"coral reefs","encoding_format":"base64"}""");

        var vector = numbers.GetProperty("data")[0].GetProperty("embedding").EnumerateArray().Select(n => n.GetSingle()).ToArray();
        var decoded = Convert.FromBase64String(bytes.GetProperty("data")[0].GetProperty("embedding").GetString()!).Chunk(4).Select(b => BitConverter.ToSingle(b)).ToArray();
        Assert.Equal((200, 2), (status, numbers.GetProperty("data").GetArrayLength()));
        Assert.Equal(vector, decoded);
        Assert.Equal(1, vector.Sum(v => v * v), 0.001);
    }

    [Theory]
    [InlineData("""{"input":""}""", 400)]
    [InlineData("""{"input":[]}""", 400)]
    [InlineData("""{"input":[[1,2]]}""", 400)]
    [InlineData("""{"input":"x","dimensions":7}""", 400)]
    [InlineData("""{"input":"x","encoding_format":"clay"}""", 400)]
    [InlineData("""{"input":"x","model":"text-embedding-9"}""", 404)]
    public async Task Embeddings_that_cannot_be_are_refused(string body, int expected)
    {
        await using var server = await TestServer.StartAsync(settings: new Dictionary<string, string> { ["EMBEDDINGS:MODEL"] = "built-in" });

        Assert.Equal(expected, (await server.PostAsync("/v1/embeddings", body)).Status);
    }

    [Fact]
    public async Task A_stream_ends_with_done()
    {
        await using var server = await TestServer.StartAsync();

        using var response = await server.SendAsync("/v1/chat/completions", Ask.Insert(1, "\"stream\":true,"));

        Assert.Equal("text/event-stream", response.Content.Headers.ContentType?.MediaType);
        Assert.EndsWith("data: [DONE]\n\n", await response.Content.ReadAsStringAsync(Token), StringComparison.Ordinal);
    }

    private static async Task<IReadOnlyList<JsonElement>> ChunksAsync(TestServer server, string body)
    {
        using var response = await server.SendAsync("/v1/chat/completions", body);
        List<JsonElement> chunks = [];
        await foreach (var item in SseParser.Create(await response.Content.ReadAsStreamAsync(Token)).EnumerateAsync(Token))
        {
            if (item.Data == "[DONE]")
            {
                break;
            }

            chunks.Add(JsonDocument.Parse(item.Data).RootElement);
        }

        return chunks;
    }
}
