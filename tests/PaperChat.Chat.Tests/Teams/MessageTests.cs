using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using PaperChat.Chat.Tests.Api;
using PaperChat.Library;
using PaperChat.TestSupport;

namespace PaperChat.Chat.Tests.Teams;

/// <summary>Messages to the bot, from the request to what the connector is sent.</summary>
public sealed class MessageTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_personal_answer_is_a_stream_that_tells_then_shows_then_ends()
    {
        await using var bot = await TestBot.StartAsync();

        var sent = await bot.SayAsync("How does ReefWatch count animals?");

        Assert.Equal(["informative", "streaming", "final"], sent.Select(s => s.StreamType));
        Assert.All(sent, s => Assert.Equal("/teams/v3/conversations/a%3A1/activities", s.Path));
        Assert.Equal([1, 2], sent.Take(2).Select(s => s.Entity("streaminfo")!.Value.GetProperty("streamSequence").GetInt32()));
        Assert.False(sent[2].Entity("streaminfo")!.Value.TryGetProperty("streamSequence", out _));
        Assert.Equal(["message-1", "message-1"], sent.Skip(1).Select(s => s.Entity("streaminfo")!.Value.GetProperty("streamId").GetString()));
        Assert.StartsWith(sent[1].Text, sent[2].Text, StringComparison.Ordinal);
        Assert.Contains("tracking them through stereo video [1]", sent[2].Text, StringComparison.Ordinal);
        Assert.Equal("default", sent[2].Body.GetProperty("channelData").GetProperty("feedbackLoop").GetProperty("type").GetString());
    }

    [Fact]
    public async Task Keys_of_the_text_have_citations_and_no_label_where_no_model_wrote()
    {
        await using var bot = await TestBot.StartAsync();

        var message = (await bot.SayAsync("How does ReefWatch count animals?"))[^1].Entity("https://schema.org/Message")!.Value;

        var claim = Assert.Single(message.GetProperty("citation").EnumerateArray());
        Assert.Equal(1, claim.GetProperty("position").GetInt32());
        Assert.Equal("ReefWatch: Counting Corals, Sponges and Turtles", claim.GetProperty("appearance").GetProperty("name").GetString());
        Assert.Equal("ReefWatch counts animals by tracking them through stereo video.", claim.GetProperty("appearance").GetProperty("abstract").GetString());
        Assert.Equal("https://arxiv.org/abs/2403.00007", claim.GetProperty("appearance").GetProperty("url").GetString());
        Assert.False(message.TryGetProperty("additionalType", out _));
    }

    [Theory]
    [InlineData("groupChat", "19:group@thread.v2", "19%3Agroup%40thread.v2")]
    [InlineData("channel", "19:team;messageid=17", "19%3Ateam%3Bmessageid%3D17")]
    public async Task Elsewhere_dots_are_followed_by_one_message_in_the_same_thread(string scope, string conversation, string escaped)
    {
        await using var bot = await TestBot.StartAsync();
        var mention = bot.Message("<at>PaperChat</at>&nbsp;How does ReefWatch count animals?", scope, conversation);
        mention["entities"] = new JsonArray(new JsonObject
        {
            ["type"] = "mention",
            ["text"] = "<at>PaperChat</at>",
            ["mentioned"] = new JsonObject { ["id"] = "28:bot", ["name"] = "PaperChat" },
        });
        mention["id"] = "asked/1";

        Assert.Equal(202, (await bot.PostAsync(mention)).Status);
        var sent = await bot.Connector.UntilMessageAsync();

        Assert.Equal(["typing", "message"], sent.Select(s => s.Type));
        Assert.All(sent, s => Assert.Equal($"/teams/v3/conversations/{escaped}/activities/asked%2F1", s.Path));
        Assert.All(sent, s => Assert.Null(s.StreamType));
        Assert.Contains("stereo video [1]", sent[1].Text, StringComparison.Ordinal);
        Assert.Contains("You could ask:", sent[1].Text, StringComparison.Ordinal);
        Assert.False(sent[1].Body.TryGetProperty("suggestedActions", out _));
    }

    [Fact]
    public async Task Suggestions_come_as_buttons_that_say_what_they_send()
    {
        await using var bot = await TestBot.StartAsync();
        await bot.PostAsync(bot.Message("How does ReefWatch count animals?"));
        await bot.Connector.UntilMessageAsync();

        var suggestions = await bot.Connector.NextAsync();

        var actions = suggestions.Body.GetProperty("suggestedActions").GetProperty("actions").EnumerateArray().ToArray();
        Assert.NotEmpty(actions);
        Assert.All(actions, a => Assert.Equal(a.GetProperty("title").GetString(), a.GetProperty("value").GetString()));
    }

    [Fact]
    public async Task What_is_delivered_twice_is_answered_once()
    {
        await using var bot = await TestBot.StartAsync();
        var message = bot.Message("/help");

        await Task.WhenAll(bot.PostAsync(message), bot.PostAsync(message), bot.PostAsync(message));
        await bot.Connector.UntilMessageAsync();
        var next = await bot.SayAsync("/filter");

        Assert.Contains("No filter", next[0].Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("29:other", "28:bot", "message")]
    [InlineData("28:bot", "28:bot", "message")]
    [InlineData("29:other", "28:bot", "messageReaction")]
    [InlineData("29:other", "28:bot", "typing")]
    public async Task What_is_not_said_to_the_bot_is_taken_and_left_alone(string from, string to, string type)
    {
        await using var bot = await TestBot.StartAsync();
        var message = bot.Message(type == "message" && from != to ? "" : "How does ReefWatch count animals?");
        (message["type"], message["from"]!["id"], message["recipient"]!["id"]) = (type, from, to);

        Assert.Equal(202, (await bot.PostAsync(message)).Status);
        var next = await bot.SayAsync("/filter");

        Assert.Contains("No filter", next[0].Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_refusal_names_the_closest_papers_and_cites_nothing()
    {
        await using var bot = await TestBot.StartAsync();

        var answer = (await bot.SayAsync("What is the boiling point of tungsten carbide?"))[^1];

        Assert.Null(answer.Entity("https://schema.org/Message"));
        Assert.False(string.IsNullOrWhiteSpace(answer.Text));
    }

    [Fact]
    public async Task A_stream_that_is_refused_becomes_one_message()
    {
        await using var bot = await TestBot.StartAsync();
        bot.Connector.Refuse = (sent, context) => RefuseAsync(sent.StreamType is not null, context, 405, "BadArgument", "Streaming API is not enabled");

        var sent = await bot.SayAsync("How does ReefWatch count animals?");

        Assert.Equal(["typing", "message"], sent.Select(s => s.Type));
        Assert.Contains("stereo video [1]", sent[1].Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("informative", 500)]
    [InlineData("informative", 502)]
    [InlineData("streaming", 500)]
    [InlineData("streaming", 429)]
    public async Task What_only_shows_progress_never_costs_the_answer(string refused, int status)
    {
        await using var bot = await TestBot.StartAsync();
        bot.Connector.Refuse = (sent, context) => RefuseAsync(sent.StreamType == refused, context, status, "ServiceError", "not now");

        var sent = await bot.SayAsync("How does ReefWatch count animals?");

        Assert.Contains("stereo video [1]", sent[^1].Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_stream_whose_end_is_refused_is_sent_as_a_message()
    {
        await using var bot = await TestBot.StartAsync();
        bot.Connector.Refuse = (sent, context) => RefuseAsync(sent.StreamType == "final", context, 403, "ContentStreamNotAllowed", "Content stream finished due to exceeded streaming time.");

        var sent = await bot.SayAsync("How does ReefWatch count animals?");

        Assert.Null(sent[^1].StreamType);
        Assert.Contains("stereo video [1]", sent[^1].Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_answer_that_its_reader_stopped_is_not_said()
    {
        await using var bot = await TestBot.StartAsync();
        bot.Connector.Refuse = (sent, context) => RefuseAsync(sent.StreamType == "streaming", context, 403, "ContentStreamNotAllowed", "Content stream was canceled by user.");

        await bot.PostAsync(bot.Message("How does ReefWatch count animals?"));
        var next = await bot.Connector.NextAsync();
        var filter = await bot.SayAsync("/filter");

        Assert.Equal("informative", next.StreamType);
        Assert.Contains("No filter", filter[0].Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_failure_is_said_where_it_was_asked()
    {
        await using var bot = await TestBot.StartAsync();

        var sent = await bot.SayAsync(new string('x', 20_000));

        Assert.Contains("at most 10,000 are taken", sent[^1].Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_defect_is_owned_up_to_where_it_was_asked()
    {
        await using var bot = await TestBot.StartAsync(library: new DefectiveLibrary(await InMemoryPaperLibrary.OfAsync(TestPapers.All, Token)));

        var sent = await bot.SayAsync("How does LatticeNet work?");

        Assert.Contains("fault of the server", sent[^1].Text, StringComparison.Ordinal);
        Assert.Contains("a defect", bot.Server.Log, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Text_of_a_paper_never_becomes_markup()
    {
        await using var bot = await TestBot.StartAsync(library: await InMemoryPaperLibrary.OfAsync([TestPapers.Hostile], Token));

        var sent = await bot.SayAsync("/search coral turtles");

        Assert.Contains("\\[red\\]Coral\\[/\\]", sent[^1].Text, StringComparison.Ordinal);
        Assert.DoesNotContain('\u001b', sent[^1].Text);
        Assert.DoesNotContain("javascript:", sent[^1].Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_end_of_the_server_ends_the_work_and_says_so()
    {
        var library = new GatedLibrary(await InMemoryPaperLibrary.OfAsync(TestPapers.All, Token));
        var bot = await TestBot.StartAsync(library: library, time: TimeProvider.System);
        await using var all = bot;
        await bot.PostAsync(bot.Message("How does LatticeNet work?"));
        await library.ArrivedAsync(Token);

        var code = await bot.Server.StopAsync();

        Assert.Equal(0, code);
        Assert.Contains(bot.Connector.Rest(), s => s.Text.Contains("restarted", StringComparison.Ordinal));
    }

    internal static async Task<bool> RefuseAsync(bool refuses, HttpContext context, int status, string code, string message)
    {
        if (refuses)
        {
            context.Response.StatusCode = status;
            context.Response.ContentType = "application/json; charset=utf-8";
            await context.Response.WriteAsync(JsonSerializer.Serialize(new { error = new { code, message } }), Token);
        }

        return refuses;
    }

    private sealed class DefectiveLibrary(IPaperLibrary inner) : ForwardingLibrary(inner)
    {
        public override Task<CandidateLists> SearchAsync(SearchRequest request, CancellationToken cancellationToken) => throw new InvalidOperationException("a defect");
    }
}
