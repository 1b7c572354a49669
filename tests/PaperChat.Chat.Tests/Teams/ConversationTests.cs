using System.Text.Json;
using System.Text.Json.Nodes;
using PaperChat.Chat.Teams.Conversations;
using PaperChat.Hosting.Teams;
using PaperChat.TestSupport;

namespace PaperChat.Chat.Tests.Teams;

/// <summary>What is kept of conversations: over a restart, and by two servers at once.</summary>
public sealed class ConversationTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Many_arrivals_at_once_are_welcomed_once_even_by_two_servers()
    {
        await using var one = await TestBot.StartAsync(_folder.Path);
        await using var other = await TestBot.StartAsync(_folder.Path);

        await Task.WhenAll(Enumerable.Range(0, 12).Select(i => (i % 2 == 0 ? one : other).PostAsync((i % 2 == 0 ? one : other).Update(i % 3 == 0 ? "installationUpdate" : "conversationUpdate"))));
        await one.QuietAsync();
        await other.QuietAsync();

        Assert.Single(one.Seen.Concat(other.Seen), s => s.Text.Contains("answers questions", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Whoever_takes_the_bot_away_is_forgotten_and_welcomed_again()
    {
        await using var bot = await TestBot.StartAsync(_folder.Path);
        await bot.PostAsync(bot.Update("installationUpdate"));
        await bot.SayAsync("How does ReefWatch count animals?");
        var removed = bot.Update("installationUpdate");
        removed["action"] = "remove";

        await bot.PostAsync(removed);
        await bot.PostAsync(bot.Update("conversationUpdate"));
        var welcome = await bot.Connector.UntilMessageAsync();
        await bot.QuietAsync();
        var history = await bot.SayAsync("/history");

        Assert.Contains("answers questions", welcome[^1].Text, StringComparison.Ordinal);
        Assert.Contains("No question has been asked", history[^1].Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_welcome_that_could_not_be_said_is_said_at_the_next_arrival()
    {
        await using var bot = await TestBot.StartAsync(_folder.Path);
        var failing = true;
        bot.Connector.Refuse = (_, context) => MessageTests.RefuseAsync(failing, context, 400, "BadArgument", "no");
        await bot.PostAsync(bot.Update("conversationUpdate"));
        await WaitAsync(async () => !(await StateAsync()).TryGetProperty("welcomed", out _));

        failing = false;
        await bot.PostAsync(bot.Update("conversationUpdate"));

        Assert.Contains("answers questions", (await bot.Connector.UntilMessageAsync())[^1].Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Questions_lists_and_filters_outlive_a_restart()
    {
        await using (var before = await TestBot.StartAsync(_folder.Path))
        {
            await before.SayAsync("/filter year:2024");
            await before.SayAsync("How does ReefWatch count animals?");
        }

        await using var after = await TestBot.StartAsync(_folder.Path);
        var shown = await after.SayAsync("/show 1");
        var filter = await after.SayAsync("/filter");
        var history = await after.SayAsync("/history");
        var followUp = await after.SayAsync("How accurate is it?");

        Assert.Contains("**ReefWatch counts animals by tracking them through stereo video.**", shown[^1].Text, StringComparison.Ordinal);
        Assert.Contains("year:2024", filter[^1].Text, StringComparison.Ordinal);
        Assert.Contains("How does ReefWatch count animals?", history[^1].Text, StringComparison.Ordinal);
        Assert.Contains("88.4%", followUp[^1].Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_second_server_goes_on_where_the_first_one_is()
    {
        await using var one = await TestBot.StartAsync(_folder.Path);
        await using var other = await TestBot.StartAsync(_folder.Path);

        await one.SayAsync("How does ReefWatch count animals?");
        var followUp = await other.SayAsync("How accurate is it?");
        var history = await one.SayAsync("/history");

        Assert.Contains("88.4%", followUp[^1].Text, StringComparison.Ordinal);
        Assert.Contains("How accurate is it?", history[^1].Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_new_conversation_forgets_the_questions_and_keeps_the_filter()
    {
        await using var bot = await TestBot.StartAsync(_folder.Path);
        await bot.SayAsync("/filter year:2024");
        await bot.SayAsync("How does ReefWatch count animals?");

        await bot.SayAsync("/new");
        var history = await bot.SayAsync("/history");
        var filter = await bot.SayAsync("/filter");

        Assert.Contains("No question has been asked", history[^1].Text, StringComparison.Ordinal);
        Assert.Contains("year:2024", filter[^1].Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{\"feedbackText\":\"very useful\"}", "very useful")]
    [InlineData("very useful", "very useful")]
    [InlineData("", "")]
    [InlineData("{\"feedbackText\":7}", "")]
    [InlineData("{not json", "{not json")]
    public async Task Feedback_is_kept_with_the_question_in_the_shapes_of_Teams_and_of_the_Playground(string sent, string kept)
    {
        await using var bot = await TestBot.StartAsync(_folder.Path);
        var answer = await bot.SayAsync("How does ReefWatch count animals?");
        await bot.SayAsync("How accurate is it?");
        var invoke = bot.Invoke("message/submitAction", new JsonObject
        {
            ["actionName"] = "feedback",
            ["actionValue"] = new JsonObject { ["reaction"] = "dislike", ["feedback"] = sent },
        });
        invoke["replyToId"] = answer[^1].Entity("streaminfo")!.Value.GetProperty("streamId").GetString();

        var (status, _) = await bot.PostAsync(invoke);
        invoke.Remove("replyToId");
        await bot.PostAsync(invoke);

        var feedback = (await StateAsync()).GetProperty("feedback");
        Assert.Equal(200, status);
        Assert.Equal(("dislike", kept, "29:user"), (feedback[0].GetProperty("reaction").GetString(), feedback[0].GetProperty("text").GetString(), feedback[0].GetProperty("from").GetString()));
        Assert.Equal(["How does ReefWatch count animals?", "How accurate is it?"], feedback.EnumerateArray().Select(f => f.GetProperty("question").GetString()));
    }

    [Fact]
    public async Task Feedback_on_a_review_is_kept_with_its_command()
    {
        await using var bot = await TestBot.StartAsync(_folder.Path);
        await bot.SayAsync("How does ReefWatch count animals?");
        var review = await bot.SayAsync("/review counting animals on reefs");
        var invoke = bot.Invoke("message/submitAction", new JsonObject
        {
            ["actionName"] = "feedback",
            ["actionValue"] = new JsonObject { ["reaction"] = "like", ["feedback"] = "" },
        });
        invoke["replyToId"] = review[^1].Entity("streaminfo")!.Value.GetProperty("streamId").GetString();

        await bot.PostAsync(invoke);

        Assert.Equal("/review counting animals on reefs", (await StateAsync()).GetProperty("feedback")[0].GetProperty("question").GetString());
    }

    [Fact]
    public async Task A_button_that_meets_a_broken_file_tells_nothing_of_the_server_s_files()
    {
        await using var bot = await TestBot.StartAsync(_folder.Path);
        await bot.SayAsync("/filter year:2024");
        await File.WriteAllTextAsync(Directory.EnumerateFiles(Path.Combine(_folder.Path, "conversations")).Single(), "{", Token);

        var (status, body) = await bot.PostAsync(bot.Invoke("message/submitAction", new JsonObject
        {
            ["actionName"] = "feedback",
            ["actionValue"] = new JsonObject { ["reaction"] = "like", ["feedback"] = "" },
        }));

        Assert.Equal(500, status);
        Assert.DoesNotContain(_folder.Path, body.GetRawText(), StringComparison.Ordinal);
        Assert.Contains(_folder.Path, bot.Server.Log, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Changes_by_many_at_once_lose_nothing()
    {
        ConversationStore[] stores = [new(_folder.Path, TimeProvider.System), new(_folder.Path, TimeProvider.System)];
        stores[0].Prepare();
        var key = StateFolder.NameOf("a conversation");

        await Task.WhenAll(Enumerable.Range(0, 40).Select(i => Task.Run(() => stores[i % 2].ChangeAsync(key, s => s with { Seen = [.. s.Seen, $"{i}"] }, Token), Token)));

        Assert.Equal(40, (await stores[0].ReadAsync(key, Token)).Seen.Distinct().Count());
        Assert.DoesNotContain(Directory.EnumerateFiles(_folder.Path, "*.new", SearchOption.AllDirectories), _ => true);
    }

    [Fact]
    public async Task A_file_that_is_not_what_it_should_be_is_named_and_kept()
    {
        var store = new ConversationStore(_folder.Path, TimeProvider.System);
        store.Prepare();
        var key = StateFolder.NameOf("a conversation");
        var file = Path.Combine(_folder.Path, "conversations", key + ".json");
        await File.WriteAllTextAsync(file, "{\"turns\":7}", Token);

        var failure = await Assert.ThrowsAsync<StateException>(() => store.ChangeAsync(key, s => s, Token));

        Assert.Contains(file, failure.Message, StringComparison.Ordinal);
        Assert.Equal("{\"turns\":7}", await File.ReadAllTextAsync(file, Token));
    }

    [Fact]
    public async Task Whoever_asks_is_told_of_a_fault_without_the_server_s_files()
    {
        await using var bot = await TestBot.StartAsync(_folder.Path);
        await bot.SayAsync("/filter year:2024");
        await File.WriteAllTextAsync(Directory.EnumerateFiles(Path.Combine(_folder.Path, "conversations")).Single(), "{", Token);

        await bot.PostAsync(bot.Message("How does ReefWatch count animals?"));
        var said = (await bot.Connector.UntilMessageAsync())[^1];

        Assert.Contains("fault of the server", said.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(_folder.Path, said.Text, StringComparison.Ordinal);
        Assert.Contains(_folder.Path, bot.Server.Log, StringComparison.Ordinal);
    }

    private static async Task WaitAsync(Func<Task<bool>> isSo)
    {
        while (!await isSo())
        {
            await Task.Yield();
            Token.ThrowIfCancellationRequested();
        }
    }

    private async Task<JsonElement> StateAsync()
    {
        var file = Directory.EnumerateFiles(Path.Combine(_folder.Path, "conversations"), "*.json").SingleOrDefault();
        return JsonDocument.Parse(file is null ? """{"welcomed":1}""" : await File.ReadAllTextAsync(file, Token)).RootElement;
    }
}
