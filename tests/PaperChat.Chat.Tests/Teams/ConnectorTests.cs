using System.Net;
using System.Text.Json.Nodes;
using Microsoft.Extensions.Logging.Abstractions;
using PaperChat.Hosting.Teams;
using PaperChat.TestSupport;

namespace PaperChat.Chat.Tests.Teams;

/// <summary>Calls of the connector: tokens, retries, time limits.</summary>
public sealed class ConnectorTests : IDisposable
{
    private readonly ScriptedHandler _wire = new();
    private readonly HttpClient _http;
    private readonly TestTime _time = new() { Hurries = true };

    public ConnectorTests() => _http = new HttpClient(_wire);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private static Activity To { get; } = new()
    {
        Type = "message",
        Id = "id/1",
        ServiceUrl = "https://smba.example.net/emea",
        ChannelId = "msteams",
        ConversationId = "a:1",
        Scope = ConversationScope.Personal,
    };

    public void Dispose()
    {
        _http.Dispose();
        _wire.Dispose();
    }

    [Fact]
    public async Task A_call_carries_the_bot_s_token_which_is_asked_for_once()
    {
        _wire.Answer = _ => Json(HttpStatusCode.Created, """{"id":"7"}""");
        var connector = Connector(registered: true);

        Assert.Equal("7", await connector.SendAsync(To, Body(), Token));
        await connector.SendAsync(To, Body(), Token);

        var asked = Assert.Single(_wire.Requests, r => r.Uri.Host == "login.microsoftonline.com" && r.Uri.AbsolutePath.EndsWith("/token", StringComparison.Ordinal));
        Assert.Equal("/11111111-2222-4333-8444-666666666666/oauth2/v2.0/token", asked.Uri.AbsolutePath);
        Assert.Contains("client_secret=the-secret", asked.Body, StringComparison.Ordinal);
        Assert.Contains("grant_type=client_credentials", asked.Body, StringComparison.Ordinal);
        Assert.Contains("https%3A%2F%2Fapi.botframework.com%2F.default", asked.Body, StringComparison.Ordinal);
        Assert.All(_wire.Requests.Where(r => r.Uri.Host == "smba.example.net"), r => Assert.Equal("Bearer token-1", r.Authorization));
    }

    [Fact]
    public async Task A_token_that_is_refused_is_replaced_once()
    {
        _wire.Answer = r => r.Authorization == "Bearer token-1" ? Json(HttpStatusCode.Unauthorized, "{}") : Json(HttpStatusCode.Created, """{"id":"7"}""");

        Assert.Equal("7", await Connector(registered: true).SendAsync(To, Body(), Token));
    }

    [Fact]
    public async Task A_bot_that_is_not_let_in_says_so_without_its_secret()
    {
        _wire.Answer = _ => Json(HttpStatusCode.Unauthorized, "{}");

        var failure = await Assert.ThrowsAsync<ConnectorException>(() => Connector(registered: true).SendAsync(To, Body(), Token));

        Assert.Equal(401, failure.Status);
        Assert.DoesNotContain("the-secret", failure.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("token-", failure.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_wrong_secret_is_told_without_the_secret()
    {
        _wire.RefusesTokens = true;

        var failure = await Assert.ThrowsAsync<PaperChatException>(() => Connector(registered: true).SendAsync(To, Body(), Token));

        Assert.Contains("Teams:AppSecret", failure.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("the-secret", failure.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(HttpStatusCode.TooManyRequests)]
    [InlineData(HttpStatusCode.ServiceUnavailable)]
    [InlineData(HttpStatusCode.BadGateway)]
    [InlineData(HttpStatusCode.GatewayTimeout)]
    [InlineData(HttpStatusCode.PreconditionFailed)]
    public async Task A_call_that_is_put_off_is_sent_again_when_the_connector_says(HttpStatusCode status)
    {
        var calls = 0;
        _wire.Answer = _ => ++calls < 3 ? PutOff(status, TimeSpan.FromSeconds(7)) : Json(HttpStatusCode.Created, """{"id":"7"}""");

        Assert.Equal("7", await Connector().SendAsync(To, Body(), Token));

        Assert.Equal(2, _time.Waits.Count(w => w == TimeSpan.FromSeconds(7)));
    }

    [Fact]
    public async Task Without_a_word_of_when_it_waits_longer_each_time_and_gives_up()
    {
        _wire.Answer = _ => Json(HttpStatusCode.TooManyRequests, """{"error":{"code":"TooManyRequests","message":"slow down"}}""");

        var failure = await Assert.ThrowsAsync<ConnectorException>(() => Connector().SendAsync(To, Body(), Token));

        Assert.Equal((429, "TooManyRequests", true), (failure.Status, failure.Code, failure.IsTransient));
        Assert.Equal(4, _wire.Requests.Count);
        Assert.Equal([1, 2, 4], _time.Waits.Where(w => w > TimeSpan.Zero && w < TimeSpan.FromMinutes(1)).Select(w => (int)w.TotalSeconds));
    }

    [Fact]
    public async Task A_time_to_try_again_that_has_passed_is_no_fault()
    {
        var calls = 0;
        _wire.Answer = _ =>
        {
            var response = Json(++calls == 1 ? HttpStatusCode.ServiceUnavailable : HttpStatusCode.Created, """{"id":"7"}""");
            response.Headers.RetryAfter = new(_time.GetUtcNow() - TimeSpan.FromHours(1));
            return response;
        };

        Assert.Equal("7", await Connector().SendAsync(To, Body(), Token));
    }

    [Fact]
    public async Task What_only_shows_progress_is_sent_once()
    {
        _wire.Answer = _ => PutOff(HttpStatusCode.TooManyRequests, TimeSpan.FromSeconds(7));

        await Assert.ThrowsAsync<ConnectorException>(() => Connector().SendPassingAsync(To, Body(), Token));

        Assert.Single(_wire.Requests);
        Assert.DoesNotContain(TimeSpan.FromSeconds(7), _time.Waits);
    }

    [Theory]
    [InlineData(HttpStatusCode.BadRequest)]
    [InlineData(HttpStatusCode.Forbidden)]
    [InlineData(HttpStatusCode.NotFound)]
    [InlineData(HttpStatusCode.InternalServerError)]
    [InlineData(HttpStatusCode.Redirect)]
    public async Task A_call_that_is_refused_is_not_sent_again(HttpStatusCode status)
    {
        _wire.Answer = _ => Json(status, "not json");

        await Assert.ThrowsAsync<ConnectorException>(() => Connector().SendAsync(To, Body(), Token));

        Assert.Single(_wire.Requests);
    }

    [Fact]
    public async Task A_call_that_is_not_answered_in_time_is_given_up_and_not_sent_twice()
    {
        _wire.Answer = _ => null;

        var failure = await Assert.ThrowsAsync<ConnectorException>(() => Connector(timeout: TimeSpan.FromSeconds(15)).SendAsync(To, Body(), Token));

        Assert.Contains("within 15 seconds", failure.Message, StringComparison.Ordinal);
        Assert.Single(_wire.Requests);
    }

    [Fact]
    public async Task A_connector_that_cannot_be_reached_is_tried_again()
    {
        var calls = 0;
        _wire.Answer = _ => ++calls == 1 ? throw new HttpRequestException(HttpRequestError.ConnectionError, "refused") : Json(HttpStatusCode.Created, """{"id":"7"}""");

        Assert.Equal("7", await Connector().SendAsync(To, Body(), Token));
    }

    [Fact]
    public async Task A_connection_that_breaks_is_not_tried_again()
    {
        _wire.Answer = _ => throw new HttpRequestException(HttpRequestError.ResponseEnded, "gone");

        await Assert.ThrowsAsync<ConnectorException>(() => Connector().SendAsync(To, Body(), Token));

        Assert.Single(_wire.Requests);
    }

    [Theory]
    [InlineData("personal", "https://smba.example.net/emea/v3/conversations/a%3A1%2F..%2Fx/activities")]
    [InlineData("group", "https://smba.example.net/emea/v3/conversations/a%3A1%2F..%2Fx/activities/id%2F1")]
    public async Task Ids_stay_ids_in_addresses(string scope, string address)
    {
        _wire.Answer = _ => Json(HttpStatusCode.Accepted, "");
        var to = To with { ConversationId = "a:1/../x", Scope = scope == "personal" ? ConversationScope.Personal : ConversationScope.Group };

        Assert.Null(await Connector().SendAsync(to, Body(), Token));

        Assert.Equal(address, Assert.Single(_wire.Requests).Uri.AbsoluteUri);
    }

    private static JsonObject Body() => ActivityJson.Typing(To);

    private static HttpResponseMessage Json(HttpStatusCode status, string body) => new(status) { Content = new StringContent(body, null, "application/json") };

    private static HttpResponseMessage PutOff(HttpStatusCode status, TimeSpan wait)
    {
        var response = Json(status, "{}");
        response.Headers.RetryAfter = new(wait);
        return response;
    }

    private ConnectorClient Connector(bool registered = false, TimeSpan? timeout = null)
    {
        var options = new TeamsOptions { AppId = registered ? "11111111-2222-4333-8444-555555555555" : "", AppSecret = "the-secret", Tenant = "11111111-2222-4333-8444-666666666666", Folder = "none" };
        return new ConnectorClient(_http, new ConnectorTokens(options, _http), timeout ?? TimeSpan.FromMinutes(2), _time, NullLogger.Instance);
    }
}
