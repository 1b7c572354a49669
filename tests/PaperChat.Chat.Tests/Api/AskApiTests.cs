using System.Text.Json;
using PaperChat.Chat.Tests.Json;

namespace PaperChat.Chat.Tests.Api;

public sealed class AskApiTests
{
    private const string Question = """{"question":"What accuracy does LatticeNet reach on the Gale benchmark?","id":7}""";

    [Fact]
    public async Task An_answer_has_the_shape_of_the_command_line()
    {
        await using var server = await TestServer.StartAsync();

        var (status, answer) = await server.PostAsync("/api/ask", Question);

        Assert.Equal(200, status);
        PaperChatSchema.Line("answer", answer.GetRawText());
        Assert.Equal(7, answer.GetProperty("id").GetInt32());
        Assert.Contains("91.3", answer.GetProperty("answer").GetString(), StringComparison.Ordinal);
        Assert.Equal("arxiv:2401.00001", answer.GetProperty("citations")[0].GetProperty("paper").GetProperty("id").GetString());
    }

    [Fact]
    public async Task Events_come_in_order_and_end_with_the_same_answer()
    {
        await using var server = await TestServer.StartAsync();

        var events = await server.StreamAsync("/api/ask", Question);
        var (_, answer) = await server.PostAsync("/api/ask", Question);

        Assert.Equal(["evidence", "citation", "text", "sentence"], events.Select(e => e.Event).Take(4));
        Assert.Equal("completed", events[^1].Event);
        Assert.Equal(answer.GetProperty("answer").GetString(), events[^1].Data.GetProperty("answer").GetString());
        Assert.Equal(answer.GetProperty("answer").GetString(), string.Concat(events.Where(e => e.Event == "sentence").Select(e => e.Data.GetProperty("text").GetString())).Trim());
        Assert.Equal(7, events[^1].Data.GetProperty("id").GetInt32());
    }

    [Fact]
    public async Task A_follow_up_brings_its_conversation_with_it()
    {
        await using var server = await TestServer.StartAsync();

        var (_, alone) = await server.PostAsync("/api/ask", """{"question":"How long does it train?"}""");
        var (_, inContext) = await server.PostAsync("/api/ask", """{"question":"How long does it train?","history":["What accuracy does LatticeNet reach?"]}""");

        Assert.Contains("two hours", inContext.GetProperty("answer").GetString(), StringComparison.Ordinal);
        Assert.NotEqual(alone.GetProperty("confidence").GetDouble(), inContext.GetProperty("confidence").GetDouble());
    }

    [Fact]
    public async Task A_refusal_is_an_answer_with_what_comes_nearest()
    {
        await using var server = await TestServer.StartAsync();

        var (status, answer) = await server.PostAsync("/api/ask", """{"question":"Who painted the ceiling of the chapel?"}""");

        Assert.Equal(200, status);
        PaperChatSchema.Line("answer", answer.GetRawText());
        Assert.False(answer.GetProperty("answered").GetBoolean());
    }

    [Fact]
    public async Task Filters_of_the_request_hold()
    {
        await using var server = await TestServer.StartAsync();

        var (_, found) = await server.PostAsync("/api/ask", """{"question":"What does LatticeNet do?","filters":{"year":2024}}""");
        var (_, none) = await server.PostAsync("/api/ask", """{"question":"What does LatticeNet do?","filters":{"year":"..1990"}}""");

        Assert.True(found.GetProperty("answered").GetBoolean());
        Assert.False(none.GetProperty("answered").GetBoolean());
    }

    [Theory]
    [InlineData("""{"question":"x","lmit":3}""", "lmit")]
    [InlineData("""{"question":"x","filters":{"yaer":3}}""", "yaer")]
    [InlineData("""{"question":"x","filters":{"year":"soon"}}""", "2020..2023")]
    [InlineData("""{"question":"  "}""", "empty")]
    [InlineData("""{"question":"x","limit":0}""", "from 1 to")]
    [InlineData("""{"question":"x" """, "line 1")]
    [InlineData("""{"question":"x","limit":"many"}""", "$.limit")]
    [InlineData("""{"question":"x","history":[null,"y"],"filters":{"year":{}}}""", "2020..2023")]
    [InlineData("""["x"]""", "not the JSON")]
    public async Task What_cannot_be_is_refused_with_the_reason(string body, string told)
    {
        await using var server = await TestServer.StartAsync();

        var (status, problem) = await server.PostAsync("/api/ask", body);

        Assert.Equal(400, status);
        PaperChatSchema.Line("problem", problem.GetRawText());
        Assert.Equal(400, problem.GetProperty("status").GetInt32());
        Assert.Contains(told, problem.GetProperty("detail").GetString(), StringComparison.Ordinal);
        Assert.DoesNotContain("Shape", problem.GetProperty("detail").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_conversation_has_a_size()
    {
        await using var server = await TestServer.StartAsync();
        var turns = JsonSerializer.Serialize(Enumerable.Repeat("What is it?", 51));

        var (status, problem) = await server.PostAsync("/api/ask", $$"""{"question":"x","history":{{turns}}}""");

        Assert.Equal(400, status);
        Assert.Contains("50 earlier turns", problem.GetProperty("detail").GetString(), StringComparison.Ordinal);
    }
}
