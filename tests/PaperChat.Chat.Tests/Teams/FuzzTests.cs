using System.Net;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using PaperChat.Chat.Api;
using PaperChat.Chat.Desk;
using PaperChat.Chat.Teams;
using PaperChat.Chat.Teams.Access;
using PaperChat.Chat.Teams.Bot;
using PaperChat.Chat.Teams.Conversations;
using PaperChat.Hosting.Teams;
using PaperChat.TestSupport;

namespace PaperChat.Chat.Tests.Teams;

/// <summary>Malformed activities of every kind, in this process, from somebody with a token that holds.</summary>
public sealed partial class FuzzTests
{
    private const int Bodies = 100_000;
    private const int Servers = 2;
    private const int AtOnce = 200;
    private const string App = "11111111-2222-4333-8444-555555555555";
    private const string Service = "https://connector.test/teams";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_hundred_thousand_malformed_activities_break_nothing_and_are_answered_nowhere_else()
    {
        await using var issuer = await FakeIssuer.StartAsync();
        var authorization = "Bearer " + FakeIssuer.Token(issuer.NewKey("k"), new Dictionary<string, object>
        {
            ["iss"] = TokenValidator.ConnectorIssuer,
            ["aud"] = App,
            ["serviceurl"] = Service,
            ["exp"] = TimeProvider.System.GetUtcNow().AddHours(1).ToUnixTimeSeconds(),
        });

        await Task.WhenAll(Enumerable.Range(0, Servers).Select(seed => Task.Run(() => ServeAsync(seed, issuer.Metadata, authorization), Token)));
    }

    // Everything that serve puts together but for the web server.
    private static async Task ServeAsync(int seed, string metadata, string authorization)
    {
        using var folder = new TemporaryFolder();
        using var wire = new ScriptedHandler { Answer = _ => new HttpResponseMessage(HttpStatusCode.Created) { Content = new StringContent("""{"id":"1"}""", null, "application/json") } };
        using var http = new HttpClient(wire);
        using var real = new HttpClient();
        var logger = new RecordingLogger(LogLevel.Error);
        var time = new TestTime { Hurries = true };
        var options = new TeamsOptions { AppId = App, AppSecret = "s", Tenant = "11111111-2222-4333-8444-666666666666", Folder = folder.Path, ConnectorMetadata = metadata, Timeout = TimeSpan.FromDays(1) };
        await using var desk = new PaperDesk(await InMemoryPaperLibrary.OfAsync([TestPapers.Lattice, TestPapers.Reef], Token), time, null, null);
        var store = new ConversationStore(folder.Path, time);
        store.Prepare();
        using var tokens = new TokenValidator(options, real, TimeProvider.System);
        using var work = new BackgroundWork(2, AtOnce * 2, logger);
        var connector = new ConnectorClient(http, new ConnectorTokens(options, http), options.Timeout, time, logger);
        var bot = new PaperBot(desk, store, connector, new QuestionLog(new ServeOptions { Urls = [] }, NullLoggerFactory.Instance), NullLogger<PaperBot>.Instance);
        var endpoint = new MessagesEndpoint(tokens, new ReplyPlaces(options), bot, new InvokeAnswerer(store, time), work, NullLogger<MessagesEndpoint>.Instance);

        var (statuses, taken) = await LoopAsync(endpoint, work, new ActivityFuzz(seed, Service), authorization);
        await work.WhenIdleAsync();

        Assert.Equal("", logger.Text);
        var answers = wire.Requests.Where(r => r.Uri.Host != "login.microsoftonline.com").ToArray();
        Assert.True(answers.Length > 1000 && statuses[400] > Bodies / 8 && statuses[401] > Bodies / 100 && statuses[202] > 1000, $"{answers.Length}; {string.Join(", ", statuses)}");
        Assert.All(answers, a => Assert.Contains(PlaceOf(a), taken));
    }

    private static async Task<(Dictionary<int, int> Statuses, HashSet<string> Taken)> LoopAsync(MessagesEndpoint endpoint, BackgroundWork work, ActivityFuzz fuzz, string authorization)
    {
        var statuses = new Dictionary<int, int>();
        HashSet<string> taken = [];
        for (var i = 0; i < Bodies / Servers; i++)
        {
            var body = fuzz.Next();
            var status = await PostAsync(endpoint, body, i % 50 == 0 ? authorization[..^3] : authorization);
            statuses[status] = statuses.GetValueOrDefault(status) + 1;
            Assert.True(status is 200 or 202 or (>= 400 and < 500), $"{status}: {Encoding.UTF8.GetString(body)}");
            if (status == 202)
            {
                taken.Add(ConversationOf(body));
            }

            if (i % AtOnce == 0)
            {
                await work.WhenIdleAsync();
            }
        }

        return (statuses, taken);
    }

    private static async Task<int> PostAsync(MessagesEndpoint endpoint, byte[] body, string authorization)
    {
        var context = new DefaultHttpContext();
        context.Request.Method = "POST";
        context.Request.ContentType = "application/json; charset=utf-8";
        context.Request.Headers.Authorization = authorization;
        context.Request.Body = new MemoryStream(body);
        context.Request.ContentLength = body.Length;
        context.Response.Body = Stream.Null;
        await endpoint.PostAsync(context);
        return context.Response.StatusCode;
    }

    private static string ConversationOf(byte[] body)
    {
        using var json = JsonDocument.Parse(body);
        return json.RootElement.Child("conversation").Text("id")!;
    }

    // The address as a whole: nothing but this host, this folder, and one id.
    private static string PlaceOf(WireRequest request)
    {
        var match = PlacePattern().Match(request.Uri.AbsoluteUri);
        Assert.True(match.Success, request.Uri.AbsoluteUri);
        return Uri.UnescapeDataString(match.Groups["conversation"].Value);
    }

    [GeneratedRegex("^https://connector\\.test/teams/v3/conversations/(?<conversation>[^/?#]+)/activities(/[^/?#]+)?$")]
    private static partial Regex PlacePattern();
}
