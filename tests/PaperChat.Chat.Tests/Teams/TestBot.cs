using System.Text.Json;
using System.Text.Json.Nodes;
using PaperChat.Chat.Tests.Api;
using PaperChat.Library;
using PaperChat.TestSupport;

namespace PaperChat.Chat.Tests.Teams;

/// <summary>The server with the bot switched on for development, and the connector beside it.</summary>
internal sealed class TestBot : IAsyncDisposable
{
    private readonly TemporaryFolder? _own;

    private TestBot(TestServer server, FakeConnector connector, TemporaryFolder? own) => (Server, Connector, _own) = (server, connector, own);

    public TestServer Server { get; }

    public FakeConnector Connector { get; }

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    /// <param name="folder">Where conversations are kept; one of its own without.</param>
    /// <param name="library">What is asked.</param>
    /// <param name="time">The clock; without one all waits of less than a minute are over at once.</param>
    public static async Task<TestBot> StartAsync(string? folder = null, IPaperLibrary? library = null, TimeProvider? time = null)
    {
        var own = folder is null ? new TemporaryFolder() : null;
        var settings = new Dictionary<string, string>
        {
            ["Teams:AllowAnonymous"] = "true",
            ["Teams:Folder"] = folder ?? own!.Path,
            ["Teams:Timeout"] = "120",
        };
        return new TestBot(await TestServer.StartAsync(library, settings, time: time ?? new TestTime { Hurries = true }), await FakeConnector.StartAsync(), own);
    }

    /// <summary>A message as Teams sends it.</summary>
    public JsonObject Message(string text, string scope = "personal", string conversation = "a:1") => new()
    {
        ["type"] = "message",
        ["id"] = Guid.NewGuid().ToString(),
        ["text"] = text,
        ["textFormat"] = "plain",
        ["serviceUrl"] = Connector.ServiceUrl + "/",
        ["channelId"] = "msteams",
        ["from"] = new JsonObject { ["id"] = "29:user", ["name"] = "User Zero" },
        ["recipient"] = new JsonObject { ["id"] = "28:bot", ["name"] = "PaperChat" },
        ["conversation"] = new JsonObject { ["id"] = conversation, ["conversationType"] = scope, ["tenantId"] = "tenant" },
    };

    public JsonObject Update(string type, string conversation = "a:1")
    {
        var update = Message("", conversation: conversation);
        update.Remove("text");
        update["type"] = type;
        update[type == "conversationUpdate" ? "membersAdded" : "action"] =
            type == "conversationUpdate" ? new JsonArray(new JsonObject { ["id"] = "29:user" }, new JsonObject { ["id"] = "28:bot" }) : "add";
        return update;
    }

    public JsonObject Invoke(string name, JsonNode value, string conversation = "a:1")
    {
        var invoke = Message("", conversation: conversation);
        invoke.Remove("text");
        (invoke["type"], invoke["name"], invoke["value"]) = ("invoke", name, value);
        return invoke;
    }

    public Task<(int Status, JsonElement Body)> PostAsync(JsonObject activity) => Server.PostAsync("/api/messages", activity.ToJsonString());

    /// <summary>Says something and gives what the bot sent, up to its answer.</summary>
    public async Task<IReadOnlyList<SentActivity>> SayAsync(string text, string scope = "personal", string conversation = "a:1")
    {
        Assert.Equal(202, (await PostAsync(Message(text, scope, conversation))).Status);
        var sent = await Connector.UntilMessageAsync();
        await QuietAsync(conversation);
        return sent;
    }

    /// <summary>Waits until all work on a conversation is done: messages of one are worked on in order.</summary>
    public async Task QuietAsync(string conversation = "a:1")
    {
        Assert.Equal(202, (await PostAsync(Message("/history", conversation: conversation))).Status);
        while ((await Connector.NextAsync()) is var sent && !(sent.Type == "message" && sent.StreamType is null && IsHistory(sent)))
        {
            Seen.Add(sent);
            Token.ThrowIfCancellationRequested();
        }
    }

    /// <summary>What the connector got while somebody waited for quiet.</summary>
    public List<SentActivity> Seen { get; } = [];

    public async ValueTask DisposeAsync()
    {
        await Server.DisposeAsync();
        await Connector.DisposeAsync();
        _own?.Dispose();
    }

    private static bool IsHistory(SentActivity sent) => sent.Text.StartsWith("No question has been asked", StringComparison.Ordinal) || sent.Text.StartsWith("1\\.", StringComparison.Ordinal);
}
