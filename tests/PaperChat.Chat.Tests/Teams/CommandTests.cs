using System.Text.Json;
using System.Text.Json.Nodes;
using PaperChat.Hosting.Teams;
using PaperChat.TestSupport;

namespace PaperChat.Chat.Tests.Teams;

/// <summary>The commands of the chat in Teams, and the buttons of their cards.</summary>
public sealed class CommandTests
{
    [Fact]
    public async Task Help_lists_what_works_here_and_no_more()
    {
        await using var bot = await TestBot.StartAsync();

        var help = (await bot.SayAsync("/help"))[^1].Text;

        Assert.All((string[])["/help", "/search", "/compare", "/review", "/cite", "/new"], c => Assert.Contains("**" + c, help, StringComparison.Ordinal));
        Assert.DoesNotContain("/quit", help, StringComparison.Ordinal);
        Assert.Equal(help, (await bot.SayAsync("help"))[^1].Text);
    }

    [Fact]
    public async Task Here_tells_the_key_under_which_the_place_of_the_conversation_is_kept()
    {
        using var folder = new TemporaryFolder();
        await using var bot = await TestBot.StartAsync(folder.Path);

        var said = (await bot.SayAsync("/here"))[^1].Text;
        var key = said.Split("--teams ")[1].Split('\n')[0];
        var place = await ConversationPlace.FindAsync(folder.Path, key, TestContext.Current.CancellationToken);

        Assert.NotNull(place);
        Assert.NotNull(place.BotId);
        Assert.Equal(bot.Connector.ServiceUrl, place.Target().ServiceUrl);
        Assert.Contains("/here", (await bot.SayAsync("/help"))[^1].Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/open 1", "works in the console alone")]
    [InlineData("/export x.md", "works in the console alone")]
    [InlineData("/quit", "works in the console alone")]
    [InlineData("/qwert", "There is no command /qwert")]
    [InlineData("/cite", "There is no list of papers yet")]
    [InlineData("/compare", "Give two to four papers")]
    [InlineData("/compare Nonesuch | ReefWatch", "No paper is called")]
    [InlineData("/review", "Say what about")]
    [InlineData("/search", "Say what to look for")]
    public async Task What_cannot_be_done_is_said(string command, string said)
    {
        await using var bot = await TestBot.StartAsync();

        Assert.Contains(said, (await bot.SayAsync(command))[^1].Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_search_lists_papers_whose_numbers_other_commands_take()
    {
        await using var bot = await TestBot.StartAsync();

        var found = await bot.SayAsync("/search counting animals on reefs");
        var cited = await bot.SayAsync("/cite 1");

        Assert.Contains("1. **[ReefWatch: Counting Corals, Sponges and Turtles](https://arxiv.org/abs/2403.00007)**", found[^1].Text, StringComparison.Ordinal);
        Assert.StartsWith("```\n@", cited[^1].Text, StringComparison.Ordinal);
        Assert.EndsWith("\n```", cited[^1].Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_comparison_is_a_card_whose_button_shows_the_full_text_and_back()
    {
        await using var bot = await TestBot.StartAsync();

        var sent = (await bot.SayAsync("/compare ReefWatch | LatticeNet"))[^1];
        var button = sent.Card.GetProperty("actions")[0];
        var full = await PressAsync(bot, button);
        var back = await PressAsync(bot, full.GetProperty("actions")[full.GetProperty("actions").GetArrayLength() - 1]);

        Assert.Equal("Side by side: ReefWatch [1], LatticeNet [2]", sent.Text);
        Assert.Equal(2, sent.Entity("https://schema.org/Message")!.Value.GetProperty("citation").GetArrayLength());
        Assert.Equal(("Action.Execute", "Full text"), (button.GetProperty("type").GetString(), button.GetProperty("title").GetString()));
        Assert.Contains("not stated in the abstract", full.GetRawText(), StringComparison.Ordinal);
        Assert.True(full.GetRawText().Length > sent.Card.GetRawText().Length, "the full text is no longer than the card");
        Assert.Equal(sent.Card.GetRawText(), back.GetRawText());
    }

    [Fact]
    public async Task A_comparison_of_one_aspect_is_an_answer()
    {
        await using var bot = await TestBot.StartAsync();

        var sent = (await bot.SayAsync("/compare ReefWatch | LatticeNet: accuracy"))[^1];

        Assert.Contains("88.4%", sent.Text, StringComparison.Ordinal);
        Assert.Contains("91.3%", sent.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_review_tells_its_stages_and_is_a_card_with_its_text_behind_it()
    {
        await using var bot = await TestBot.StartAsync();

        var sent = await bot.SayAsync("/review counting animals on reefs");
        var full = await PressAsync(bot, sent[^1].Card.GetProperty("actions")[0]);

        Assert.Equal("informative", sent[0].StreamType);
        Assert.Contains("[1]", sent[^1].Text, StringComparison.Ordinal);
        Assert.Contains("ReefWatch: Counting Corals", sent[^1].Card.GetRawText(), StringComparison.Ordinal);
        Assert.Contains("tracking them through stereo video", full.GetRawText(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nobody_sees_a_card_of_another_conversation()
    {
        await using var bot = await TestBot.StartAsync();
        var button = (await bot.SayAsync("/compare ReefWatch | LatticeNet"))[^1].Card.GetProperty("actions")[0];

        var (status, body) = await bot.PostAsync(bot.Invoke("adaptiveCard/action", ActionOf(button), conversation: "a:2"));

        Assert.Equal((200, 400), (status, body.GetProperty("statusCode").GetInt32()));
        Assert.Equal("application/vnd.microsoft.error", body.GetProperty("type").GetString());
    }

    [Theory]
    [InlineData("""{"action":{"type":"Action.Execute","verb":"other","data":{}}}""", "not one of PaperChat's")]
    [InlineData("""{"action":{"type":"Action.Execute","verb":"paperchat.page","data":{"card":"../conversations/x"}}}""", "not kept any more")]
    [InlineData("""{"action":{"type":"Action.Execute","verb":"paperchat.page","data":{"card":"0000000000000000000000000000000000000000","page":0}}}""", "not kept any more")]
    [InlineData("""{}""", "not one of PaperChat's")]
    public async Task A_button_that_is_not_known_is_an_error_on_the_card(string value, string said)
    {
        await using var bot = await TestBot.StartAsync();

        var (_, body) = await bot.PostAsync(bot.Invoke("adaptiveCard/action", JsonNode.Parse(value)!));

        Assert.Contains(said, body.GetProperty("value").GetProperty("message").GetString(), StringComparison.Ordinal);
    }

    private static JsonObject ActionOf(JsonElement button) => new()
    {
        ["action"] = new JsonObject { ["type"] = "Action.Execute", ["verb"] = button.GetProperty("verb").GetString(), ["data"] = JsonNode.Parse(button.GetProperty("data").GetRawText()) },
    };

    private static async Task<JsonElement> PressAsync(TestBot bot, JsonElement button)
    {
        var (status, body) = await bot.PostAsync(bot.Invoke("adaptiveCard/action", ActionOf(button)));

        Assert.Equal((200, 200, "application/vnd.microsoft.card.adaptive"), (status, body.GetProperty("statusCode").GetInt32(), body.GetProperty("type").GetString()));
        return body.GetProperty("value");
    }
}
