using System.Net;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace PaperChat.Chat.Tests.Teams;

/// <summary>Somebody who signs tokens, with OpenID metadata on loopback: the Bot Connector's, and below a tenant Entra's.</summary>
internal sealed class FakeIssuer : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly List<JsonWebKey> _keys = [];
    private int _reads;
    private int _asked;

    private FakeIssuer(WebApplication app) => _app = app;

    public string Address => _app.Urls.Single();

    public string Metadata => Address + "/v1/.well-known/openidconfiguration";

    /// <summary>How often keys were read.</summary>
    public int Reads => _reads;

    /// <summary>Requests of any kind, answered or not.</summary>
    public int Asked => _asked;

    public bool IsDown { get; set; }

    /// <summary>What the keys say that they sign for; null for keys that do not say.</summary>
    public string[]? Endorsements { get; set; }

    public static async Task<FakeIssuer> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.ConfigureKestrel(k => k.Listen(IPAddress.Loopback, 0));
        builder.Logging.ClearProviders();
        var app = builder.Build();
        var issuer = new FakeIssuer(app);
        app.Run(issuer.AnswerAsync);
        await app.StartAsync(TestContext.Current.CancellationToken);
        return issuer;
    }

    /// <summary>A new key; published unless it is a stranger's.</summary>
    public RsaSecurityKey NewKey(string id, bool isPublished = true)
    {
        var key = new RsaSecurityKey(RSA.Create(2048)) { KeyId = id };
        if (isPublished)
        {
            var published = JsonWebKeyConverter.ConvertFromRSASecurityKey(new RsaSecurityKey(key.Rsa.ExportParameters(includePrivateParameters: false)) { KeyId = id });
            _keys.Add(published);
        }

        return key;
    }

    /// <summary>The keys that were published so far are not any more.</summary>
    public void RollOver() => _keys.Clear();

    public static string Token(SecurityKey? key, IDictionary<string, object> claims, string algorithm = SecurityAlgorithms.RsaSha256) => new JsonWebTokenHandler { SetDefaultTimesOnTokenCreation = false }
        .CreateToken(new SecurityTokenDescriptor { Claims = claims, SigningCredentials = key is null ? null : new SigningCredentials(key, algorithm) });

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private async Task AnswerAsync(HttpContext context)
    {
        Interlocked.Increment(ref _asked);
        if (IsDown)
        {
            context.Response.StatusCode = 503;
        }
        else if (context.Request.Path.Value!.EndsWith("/keys", StringComparison.Ordinal))
        {
            Interlocked.Increment(ref _reads);
            await context.Response.WriteAsJsonAsync(new { keys = _keys.Select(Published) });
        }
        else
        {
            await context.Response.WriteAsJsonAsync(new { issuer = "any", jwks_uri = Address + "/keys" });
        }
    }

    private Dictionary<string, object> Published(JsonWebKey key)
    {
        var published = new Dictionary<string, object> { ["kty"] = "RSA", ["use"] = "sig", ["kid"] = key.Kid, ["n"] = key.N, ["e"] = key.E };
        if (Endorsements is { } endorsements)
        {
            published["endorsements"] = endorsements;
        }

        return published;
    }
}
