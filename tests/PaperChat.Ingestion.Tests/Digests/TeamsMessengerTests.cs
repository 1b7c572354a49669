using System.Net;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using PaperChat.Hosting;
using PaperChat.Hosting.Teams;
using PaperChat.Ingestion.Commands;
using PaperChat.Ingestion.Digests;
using PaperChat.TestSupport;

namespace PaperChat.Ingestion.Tests.Digests;

/// <summary>Digests to conversations of Teams, against a connector on loopback.</summary>
public sealed class TeamsMessengerTests : IAsyncLifetime
{
    private const string Key = "0123456789abcdef0123456789abcdef01234567";

    private readonly TemporaryFolder _folder = new();
    private readonly List<(string Path, JsonElement Body)> _taken = [];
    private WebApplication? _connector;
    private int _status = StatusCodes.Status201Created;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.ConfigureKestrel(k => k.Listen(IPAddress.Loopback, 0));
        builder.Logging.ClearProviders();
        _connector = builder.Build();
        _connector.Run(async context =>
        {
            using var body = await JsonDocument.ParseAsync(context.Request.Body, cancellationToken: Token);
            _taken.Add((context.Request.Path.Value!, body.RootElement.Clone()));
            context.Response.StatusCode = _status;
        });
        await _connector.StartAsync(Token);
        await KeepAsync(_connector.Urls.Single() + "/teams");
    }

    public async ValueTask DisposeAsync()
    {
        await _connector!.DisposeAsync();
        _folder.Dispose();
    }

    [Fact]
    public async Task A_digest_is_one_activity_of_the_bot_in_the_kept_conversation()
    {
        await SendAsync(Key, appId: "");

        var (path, body) = Assert.Single(_taken);
        Assert.Equal("/teams/v3/conversations/a:1/activities", path);
        Assert.Equal("**New**", body.GetProperty("text").GetString());
        Assert.Equal("markdown", body.GetProperty("textFormat").GetString());
        Assert.Equal("28:bot", body.GetProperty("from").GetProperty("id").GetString());
        Assert.Equal("tenant", body.GetProperty("conversation").GetProperty("tenantId").GetString());
        Assert.False(body.TryGetProperty("replyToId", out _));
    }

    [Fact]
    public async Task A_refusal_of_the_connector_keeps_its_status()
    {
        _status = StatusCodes.Status403Forbidden;

        var refused = await Assert.ThrowsAsync<ConnectorException>(() => SendAsync(Key, appId: ""));

        Assert.Equal(403, refused.Status);
        Assert.Single(_taken);
    }

    [Fact]
    public async Task Nothing_is_sent_where_the_bot_was_taken_out()
    {
        File.Delete(PathOfConversation);

        var refused = await Assert.ThrowsAsync<ConnectorException>(() => SendAsync(Key, appId: ""));

        Assert.Equal(404, refused.Status);
        Assert.Contains("not in the conversation", refused.Message, StringComparison.Ordinal);
        Assert.Empty(_taken);
    }

    [Fact]
    public async Task The_token_of_the_bot_goes_to_no_address_without_https()
    {
        var refused = await Assert.ThrowsAsync<ConnectorException>(() => SendAsync(Key, appId: "11111111-2222-3333-4444-555555555555"));

        Assert.Contains("without https", refused.Message, StringComparison.Ordinal);
        Assert.Empty(_taken);
    }

    [Fact]
    public async Task A_subscription_takes_a_conversation_that_the_bot_is_in() => Assert.Equal(Key, await CheckAsync(Key, "Teams:AllowAnonymous"));

    [Fact]
    public async Task A_subscription_to_an_unknown_conversation_is_refused()
    {
        var refused = await Assert.ThrowsAsync<NotFoundException>(() => CheckAsync(new string('f', Key.Length), "Teams:AllowAnonymous"));

        Assert.Contains("/here", refused.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("../../secret", "Teams:AllowAnonymous", "/here")]
    [InlineData(Key, "Teams:Nothing", "Teams:AppId")]
    public async Task A_subscription_without_a_key_or_a_bot_is_refused(string conversation, string setting, string said)
    {
        var refused = await Assert.ThrowsAsync<UsageException>(() => CheckAsync(conversation, setting));

        Assert.Contains(said, refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Markup_in_titles_and_quotes_stays_text()
    {
        var item = new PageItem { Number = 1, Title = "Reefs *and* [links](x)", Url = "https://papers.example.org/reef", Quotes = [new PageQuote("", "We <b>map</b> reefs.", [1])] };

        var text = DigestTeamsText.Write(new DigestPage("1 new paper on coral_reefs", "23 November 2026.", [new PageSection("", [item])]));

        Assert.Equal(
            "**1 new paper on coral\\_reefs**\n\n23 November 2026.\n\n[1] [Reefs \\*and\\* \\[links\\](x)](https://papers.example.org/reef)\n\n> “We &lt;b&gt;map&lt;/b&gt; reefs.” [1]", text);
    }

    private string PathOfConversation => StateFolder.PathOf(_folder.Path, StateFolder.Conversations, Key);

    private async Task KeepAsync(string serviceUrl)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(PathOfConversation)!);
        await File.WriteAllTextAsync(
            PathOfConversation,
            $$$"""{"version":1,"seen":["m1"],"place":{"serviceUrl":"{{{serviceUrl}}}","channelId":"msteams","conversationId":"a:1","scope":"Personal","tenant":"tenant","botId":"28:bot","botName":"PaperChat"}}""",
            Token);
    }

    private async Task SendAsync(string key, string appId)
    {
        using var messenger = new TeamsMessenger(new TeamsOptions { AppId = appId, AppSecret = "secret", Folder = _folder.Path }, new TestTime(), NullLogger.Instance);
        await messenger.SendAsync(key, "**New**", Token);
    }

    private Task<string> CheckAsync(string conversation, string setting)
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection([new(setting, "true"), new("Teams:Folder", _folder.Path)]).Build();
        return SubscriptionOptions.ConversationAsync(conversation, configuration, dataFolder: null, Token);
    }
}
