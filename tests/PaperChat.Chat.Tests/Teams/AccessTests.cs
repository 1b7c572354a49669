using System.Text;
using System.Text.Json;
using Microsoft.IdentityModel.Tokens;
using PaperChat.Chat.Teams.Access;
using PaperChat.Hosting.Teams;
using PaperChat.TestSupport;

namespace PaperChat.Chat.Tests.Teams;

/// <summary>Whom the bot believes, and where its answers may go, with an issuer of its own.</summary>
public sealed class AccessTests : IAsyncLifetime, IDisposable
{
    private const string App = "11111111-2222-4333-8444-555555555555";
    private const string Tenant = "72f988bf-0000-4000-8000-00000000aaaa";
    private const string Service = "https://smba.example.net/emea/";

    private readonly TestTime _time = new();
    private readonly HttpClient _http = new();
    private FakeIssuer _issuer = null!;
    private RsaSecurityKey _key = null!;
    private TeamsOptions _options = null!;
    private TokenValidator _tokens = null!;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _issuer = await FakeIssuer.StartAsync();
        _key = _issuer.NewKey("first");
        _options = new TeamsOptions { AppId = App, AppSecret = "s", Tenant = Tenant, Folder = "none", ConnectorMetadata = _issuer.Metadata, Login = _issuer.Address };
        _tokens = new TokenValidator(_options, _http, _time);
    }

    public void Dispose()
    {
        _tokens.Dispose();
        _http.Dispose();
    }

    public ValueTask DisposeAsync()
    {
        Dispose();
        return _issuer.DisposeAsync();
    }

    [Fact]
    public async Task A_token_of_the_connector_is_taken_for_the_place_that_it_names()
    {
        var caller = await AuthenticateAsync(FakeIssuer.Token(_key, Claims()));

        new ReplyPlaces(_options).Check(caller, ActivityFrom(Service));
        Assert.Equal("https://smba.example.net/emea", caller.ServiceUrl);
    }

    [Fact]
    public Task An_expired_one_is_refused() => RefusedAsync(FakeIssuer.Token(_key, Claims(expires: TimeSpan.FromMinutes(-6))));

    [Fact]
    public async Task One_that_expired_a_moment_ago_is_taken_as_clocks_differ() => await AuthenticateAsync(FakeIssuer.Token(_key, Claims(expires: TimeSpan.FromMinutes(-4))));

    [Fact]
    public Task One_that_is_not_valid_yet_is_refused() => RefusedAsync(FakeIssuer.Token(_key, Claims(begins: TimeSpan.FromMinutes(6))));

    [Fact]
    public Task One_that_never_expires_is_refused() => RefusedAsync(FakeIssuer.Token(_key, Without(Claims(), "exp")));

    [Theory]
    [InlineData("aud", "99999999-2222-4333-8444-555555555555")]
    [InlineData("aud", "")]
    [InlineData("iss", "https://api.botframework.com.evil.example")]
    [InlineData("iss", "https://sts.windows.net/99999999-0000-4000-8000-00000000aaaa/")]
    [InlineData("serviceurl", "not an address")]
    [InlineData("serviceurl", "")]
    public Task One_with_another_audience_issuer_or_no_place_is_refused(string claim, string value) =>
        RefusedAsync(FakeIssuer.Token(_key, new Dictionary<string, object>(Claims()) { [claim] = value }));

    [Theory]
    [InlineData("aud")]
    [InlineData("iss")]
    [InlineData("serviceurl")]
    public Task One_without_audience_issuer_or_place_is_refused(string claim) => RefusedAsync(FakeIssuer.Token(_key, Without(Claims(), claim)));

    [Theory]
    [InlineData("https://evil.example/")]
    [InlineData("https://smba.example.net/amer/")]
    [InlineData("https://smba.example.net/emea/../evil/")]
    [InlineData("http://smba.example.net/emea/")]
    [InlineData("https://smba.example.net.evil.example/emea/")]
    public async Task An_activity_that_names_another_place_than_its_token_is_refused(string url)
    {
        var caller = await AuthenticateAsync(FakeIssuer.Token(_key, Claims()));

        Assert.Throws<AccessDeniedException>(() => new ReplyPlaces(_options).Check(caller, ActivityFrom(url)));
    }

    [Fact]
    public async Task A_place_that_is_not_encrypted_is_refused_although_the_token_names_it()
    {
        var caller = await AuthenticateAsync(FakeIssuer.Token(_key, new Dictionary<string, object>(Claims()) { ["serviceurl"] = "http://smba.example.net/" }));

        Assert.Throws<AccessDeniedException>(() => new ReplyPlaces(_options).Check(caller, ActivityFrom("http://smba.example.net/")));
    }

    [Fact]
    public Task An_unknown_key_is_refused() => RefusedAsync(FakeIssuer.Token(_issuer.NewKey("stranger", isPublished: false), Claims()));

    [Fact]
    public Task A_stranger_s_key_under_a_known_name_is_refused() => RefusedAsync(FakeIssuer.Token(_issuer.NewKey("first", isPublished: false), Claims()));

    [Fact]
    public async Task Unknown_keys_have_the_issuer_s_keys_read_once_a_minute_at_most()
    {
        await AuthenticateAsync(FakeIssuer.Token(_key, Claims()));
        _time.Advance(SigningKeys.Between);

        for (var i = 0; i < 5; i++)
        {
            await RefusedAsync(FakeIssuer.Token(_issuer.NewKey($"stranger{i}", isPublished: false), Claims()));
        }

        Assert.Equal(2, _issuer.Reads);
    }

    [Fact]
    public async Task A_rolled_over_key_is_read_once_and_then_taken()
    {
        await AuthenticateAsync(FakeIssuer.Token(_key, Claims()));
        _time.Advance(SigningKeys.Between);
        _issuer.RollOver();
        var next = _issuer.NewKey("second");

        await AuthenticateAsync(FakeIssuer.Token(next, Claims()));
        await AuthenticateAsync(FakeIssuer.Token(next, Claims()));

        Assert.Equal(2, _issuer.Reads);
        await RefusedAsync(FakeIssuer.Token(_key, Claims()));
    }

    [Fact]
    public async Task Keys_are_read_again_after_half_a_day()
    {
        await AuthenticateAsync(FakeIssuer.Token(_key, Claims()));
        _time.Advance(SigningKeys.Kept);
        await AuthenticateAsync(FakeIssuer.Token(_key, Claims()));

        Assert.Equal(2, _issuer.Reads);
    }

    [Fact]
    public Task A_token_without_a_signature_is_refused() => RefusedAsync(FakeIssuer.Token(null, Claims()));

    [Fact]
    public Task The_algorithm_none_with_a_known_key_s_name_is_refused() =>
        RefusedAsync($"{Part(new { alg = "none", typ = "JWT", kid = "first" })}.{Part(Claims())}.");

    [Fact]
    public async Task A_symmetric_signature_is_refused_even_with_the_public_key_as_its_secret()
    {
        var secret = new SymmetricSecurityKey(_key.Rsa.ExportSubjectPublicKeyInfo()) { KeyId = "first" };

        await RefusedAsync(FakeIssuer.Token(secret, Claims(), SecurityAlgorithms.HmacSha256));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("Bearer")]
    [InlineData("Bearer ")]
    [InlineData("Bearer nonsense")]
    [InlineData("Bearer a.b.c")]
    [InlineData("Bearer e30.e30.e30")]
    [InlineData("Bearer ....")]
    [InlineData("Basic dXNlcjpwYXNz")]
    public async Task What_is_no_token_is_refused(string? header) => await Assert.ThrowsAsync<AccessDeniedException>(() => _tokens.AuthenticateAsync(header, Token));

    [Fact]
    public Task A_token_that_was_changed_is_refused()
    {
        var parts = FakeIssuer.Token(_key, Claims()).Split('.');
        return RefusedAsync($"{parts[0]}.{Part(new Dictionary<string, object>(Claims()) { ["serviceurl"] = "https://evil.example/" })}.{parts[2]}");
    }

    [Fact]
    public async Task A_key_speaks_only_for_the_channels_that_it_is_endorsed_for()
    {
        _issuer.Endorsements = ["msteams"];

        var caller = await AuthenticateAsync(FakeIssuer.Token(_key, Claims()));

        new ReplyPlaces(_options).Check(caller, ActivityFrom(Service));
        Assert.Throws<AccessDeniedException>(() => new ReplyPlaces(_options).Check(caller, ActivityFrom(Service) with { ChannelId = "webchat" }));
    }

    [Fact]
    public async Task An_activity_of_another_tenant_is_refused()
    {
        var caller = await AuthenticateAsync(FakeIssuer.Token(_key, Claims()));

        new ReplyPlaces(_options).Check(caller, ActivityFrom(Service) with { Tenant = Tenant.ToUpperInvariant() });
        Assert.Throws<AccessDeniedException>(() => new ReplyPlaces(_options).Check(caller, ActivityFrom(Service) with { Tenant = "99999999-0000-4000-8000-00000000aaaa" }));
    }

    [Theory]
    [InlineData("azp", App, true)]
    [InlineData("appid", App, true)]
    [InlineData("azp", "aaaaaaaa-2222-4333-8444-555555555555", true)]
    [InlineData("azp", "bbbbbbbb-2222-4333-8444-555555555555", false)]
    public async Task A_token_of_Entra_is_taken_from_programs_that_are_known_and_for_places_that_are_configured(string claim, string program, bool isTaken)
    {
        var options = _options with { Callers = ["AAAAAAAA-2222-4333-8444-555555555555"], ServiceUrls = ["https://agents.example.net"] };
        using var tokens = new TokenValidator(options, _http, _time);
        var token = "Bearer " + FakeIssuer.Token(_key, new Dictionary<string, object>(Without(Claims(), "serviceurl")) { ["iss"] = $"{_issuer.Address}/{Tenant}/v2.0", [claim] = program });

        if (!isTaken)
        {
            await Assert.ThrowsAsync<AccessDeniedException>(() => tokens.AuthenticateAsync(token, Token));
            return;
        }

        var caller = await tokens.AuthenticateAsync(token, Token);
        new ReplyPlaces(options).Check(caller, ActivityFrom("https://agents.example.net/"));
        Assert.Throws<AccessDeniedException>(() => new ReplyPlaces(options).Check(caller, ActivityFrom(Service)));
    }

    [Fact]
    public async Task A_token_of_Entra_that_names_a_place_cannot_choose_it()
    {
        var caller = await AuthenticateAsync(FakeIssuer.Token(_key, new Dictionary<string, object>(Claims()) { ["iss"] = $"{_issuer.Address}/{Tenant}/v2.0", ["azp"] = App }));

        Assert.Throws<AccessDeniedException>(() => new ReplyPlaces(_options).Check(caller, ActivityFrom(Service)));
    }

    [Fact]
    public async Task Where_the_keys_cannot_be_read_the_sender_is_asked_to_try_again()
    {
        _issuer.IsDown = true;

        var failure = await Assert.ThrowsAsync<PaperChatException>(() => AuthenticateAsync(FakeIssuer.Token(_key, Claims())));

        Assert.True(failure.IsTransient);
    }

    [Fact]
    public async Task Keys_that_could_not_be_read_are_not_asked_for_with_every_message()
    {
        _issuer.IsDown = true;
        await Assert.ThrowsAsync<PaperChatException>(() => AuthenticateAsync(FakeIssuer.Token(_key, Claims())));
        var asked = _issuer.Asked;

        for (var i = 0; i < 5; i++)
        {
            await Assert.ThrowsAsync<PaperChatException>(() => AuthenticateAsync(FakeIssuer.Token(_key, Claims())));
        }

        Assert.Equal(asked, _issuer.Asked);
        _issuer.IsDown = false;
        _time.Advance(SigningKeys.AfterFailure);
        await AuthenticateAsync(FakeIssuer.Token(_key, Claims()));
    }

    [Fact]
    public void Without_tokens_answers_go_to_this_machine_and_to_configured_places_alone()
    {
        var places = new ReplyPlaces(new TeamsOptions { Folder = "none", AllowsAnonymous = true, ServiceUrls = ["https://agents.example.net"] });

        places.Check(Caller.Anonymous, ActivityFrom("http://localhost:56150/_connector"));
        places.Check(Caller.Anonymous, ActivityFrom("https://agents.example.net"));
        Assert.Throws<AccessDeniedException>(() => places.Check(Caller.Anonymous, ActivityFrom("https://evil.example/")));
        Assert.Throws<AccessDeniedException>(() => places.Check(Caller.Anonymous, ActivityFrom("http://localhost.evil.example/")));
    }

    private static Activity ActivityFrom(string url) => new()
    {
        Type = "message",
        ServiceUrl = ServiceUrl.TryParse(url, out var parsed) ? parsed : throw new ArgumentException(url),
        ChannelId = "msteams",
        ConversationId = "a:1",
        Scope = ConversationScope.Personal,
    };

    private static string Part(object json) => Base64UrlEncoder.Encode(Encoding.UTF8.GetBytes(JsonSerializer.Serialize(json)));

    private static Dictionary<string, object> Without(Dictionary<string, object> claims, string name)
    {
        claims.Remove(name);
        return claims;
    }

    private Dictionary<string, object> Claims(TimeSpan? expires = null, TimeSpan? begins = null) => new()
    {
        ["iss"] = TokenValidator.ConnectorIssuer,
        ["aud"] = App,
        ["serviceurl"] = Service,
        ["nbf"] = (_time.GetUtcNow() + (begins ?? TimeSpan.FromMinutes(-1))).ToUnixTimeSeconds(),
        ["exp"] = (_time.GetUtcNow() + (expires ?? TimeSpan.FromHours(1))).ToUnixTimeSeconds(),
    };

    private Task<Caller> AuthenticateAsync(string token) => _tokens.AuthenticateAsync("Bearer " + token, Token);

    private async Task RefusedAsync(string token) => await Assert.ThrowsAsync<AccessDeniedException>(() => AuthenticateAsync(token));
}
