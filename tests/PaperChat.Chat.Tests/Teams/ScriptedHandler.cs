using System.Net;

namespace PaperChat.Chat.Tests.Teams;

/// <summary>The network: Entra gives tokens, each another one; everything else is answered by a function, or never where it gives null.</summary>
internal sealed class ScriptedHandler : HttpMessageHandler
{
    private int _tokens;

    public Func<WireRequest, HttpResponseMessage?> Answer { get; set; } = _ => new HttpResponseMessage(HttpStatusCode.NotFound);

    public bool RefusesTokens { get; set; }

    public List<WireRequest> Requests { get; } = [];

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var sent = new WireRequest(request.RequestUri!, request.Headers.Authorization?.ToString(), request.Content is null ? "" : await request.Content.ReadAsStringAsync(cancellationToken));
        lock (Requests)
        {
            Requests.Add(sent);
        }

        if (sent.Uri.Host == "login.microsoftonline.com")
        {
            return Entra(sent.Uri);
        }

        if (Answer(sent) is { } response)
        {
            return response;
        }

        await Task.Delay(Timeout.Infinite, cancellationToken);
        throw new InvalidOperationException();
    }

    private HttpResponseMessage Entra(Uri address)
    {
        if (address.AbsolutePath.EndsWith("/token", StringComparison.Ordinal))
        {
            return RefusesTokens
                ? Json(HttpStatusCode.Unauthorized, """{"error":"invalid_client","error_description":"the-secret is wrong"}""")
                : Json(HttpStatusCode.OK, $$"""{"token_type":"Bearer","expires_in":3599,"access_token":"token-{{++_tokens}}"}""");
        }

        const string Authority = "https://login.microsoftonline.com/tenant.example";
        return Json(HttpStatusCode.OK, address.AbsolutePath.Contains("discovery/instance", StringComparison.Ordinal)
            ? $$"""{"tenant_discovery_endpoint":"{{Authority}}/v2.0/.well-known/openid-configuration","metadata":[{"preferred_network":"login.microsoftonline.com","preferred_cache":"login.windows.net","aliases":["login.microsoftonline.com","login.windows.net"]}]}"""
            : $$"""{"issuer":"{{Authority}}/v2.0","authorization_endpoint":"{{Authority}}/oauth2/v2.0/authorize","token_endpoint":"{{Authority}}/oauth2/v2.0/token"}""");
    }

    private static HttpResponseMessage Json(HttpStatusCode status, string body) => new(status) { Content = new StringContent(body, null, "application/json") };
}
