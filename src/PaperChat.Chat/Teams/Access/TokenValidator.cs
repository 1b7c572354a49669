using System.Text.Json;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;
using PaperChat.Hosting.Teams;

namespace PaperChat.Chat.Teams.Access;

/// <summary>
/// Checks the bearer tokens of activities: those of the Bot Connector, and those of Entra where a tenant is configured. Issuer, audience,
/// signature, algorithm and times must hold. The rules are those of the Bot Framework's authentication protocol
/// (https://learn.microsoft.com/azure/bot-service/rest-api/bot-framework-rest-connector-authentication).
/// </summary>
internal sealed class TokenValidator : IDisposable
{
    public const string ConnectorIssuer = "https://api.botframework.com";

    private const string Bearer = "Bearer ";
    private const int LongestToken = 16 * 1024;

    private static readonly TimeSpan Skew = TimeSpan.FromMinutes(5);

    // Asymmetric ones alone: with a symmetric one the public key of the issuer would do to sign.
    private static readonly string[] Algorithms =
        [SecurityAlgorithms.RsaSha256, SecurityAlgorithms.RsaSha384, SecurityAlgorithms.RsaSha512, SecurityAlgorithms.EcdsaSha256, SecurityAlgorithms.EcdsaSha384];

    private readonly JsonWebTokenHandler _handler = new() { MapInboundClaims = false };
    private readonly TeamsOptions _options;
    private readonly TimeProvider _time;
    private readonly IReadOnlyList<TokenIssuer> _issuers;

    public TokenValidator(TeamsOptions options, HttpClient http, TimeProvider time)
    {
        ArgumentNullException.ThrowIfNull(options);
        (_options, _time) = (options, time);
        List<TokenIssuer> issuers = [new([ConnectorIssuer], new SigningKeys(options.ConnectorMetadata, http, time), NamesServiceUrl: true)];
        if (options.Tenant is { } tenant)
        {
            issuers.Add(new(
                [$"{options.Login}/{tenant}/v2.0", $"https://sts.windows.net/{tenant}/"],
                new SigningKeys($"{options.Login}/{tenant}/v2.0/.well-known/openid-configuration", http, time), NamesServiceUrl: false));
        }

        _issuers = issuers;
    }

    /// <summary>Who sends, by the header <c>Authorization</c>.</summary>
    /// <exception cref="AccessDeniedException">There is no token, or it does not hold.</exception>
    /// <exception cref="PaperChatException">The issuer's keys cannot be read.</exception>
    public async Task<Caller> AuthenticateAsync(string? authorization, CancellationToken cancellationToken)
    {
        if (_options.AllowsAnonymous)
        {
            return Caller.Anonymous;
        }

        if (authorization is null || !authorization.StartsWith(Bearer, StringComparison.OrdinalIgnoreCase) || authorization.Length > LongestToken)
        {
            throw new AccessDeniedException("There is no bearer token.");
        }

        var token = authorization[Bearer.Length..].Trim();
        var issuer = IssuerOf(token);
        var result = await ValidateAsync(token, issuer, await issuer.Keys.GetAsync(cancellationToken));
        if (result.Exception is SecurityTokenSignatureKeyNotFoundException)
        {
            result = await ValidateAsync(token, issuer, await issuer.Keys.RefreshAsync(cancellationToken));
        }

        if (!result.IsValid || result.SecurityToken is not JsonWebToken valid)
        {
            throw new AccessDeniedException($"The token does not hold ({result.Exception?.GetType().Name}).", result.Exception);
        }

        return issuer.NamesServiceUrl ? FromConnector(valid) : FromEntra(valid);
    }

    public void Dispose()
    {
        foreach (var issuer in _issuers)
        {
            issuer.Keys.Dispose();
        }
    }

    private TokenIssuer IssuerOf(string token)
    {
        try
        {
            var named = _handler.ReadJsonWebToken(token).Issuer;
            return _issuers.FirstOrDefault(i => i.Names.Contains(named, StringComparer.Ordinal)) ?? throw new AccessDeniedException("The token is of another issuer.");
        }
        catch (Exception exception) when (exception is ArgumentException or SecurityTokenException or JsonException or FormatException)
        {
            throw new AccessDeniedException("The token cannot be read.", exception);
        }
    }

    private Task<TokenValidationResult> ValidateAsync(string token, TokenIssuer issuer, IReadOnlyList<SecurityKey> keys) => _handler.ValidateTokenAsync(token, new TokenValidationParameters
    {
        ValidIssuers = issuer.Names,
        ValidAudiences = [_options.AppId, $"api://{_options.AppId}", $"api://botid-{_options.AppId}"],
        IssuerSigningKeys = keys,
        ValidAlgorithms = Algorithms,
        RequireSignedTokens = true,
        RequireExpirationTime = true,
        LifetimeValidator = (from, to, _, _) => IsNow(from, to),
    });

    private bool IsNow(DateTime? from, DateTime? to)
    {
        var now = _time.GetUtcNow().UtcDateTime;
        return to is { } end && now < end + Skew && (from is not { } begin || now > begin - Skew);
    }

    // Keys of the connector say for which channels they sign.
    private static Caller FromConnector(JsonWebToken token)
    {
        var url = token.TryGetPayloadValue<string>("serviceurl", out var named) || token.TryGetPayloadValue("serviceUrl", out named) ? named : null;
        if (!PaperChat.Hosting.Teams.ServiceUrl.TryParse(url, out var service))
        {
            throw new AccessDeniedException("The connector's token names no serviceurl.");
        }

        var endorsed = token.SigningKey is JsonWebKey key && key.AdditionalData.TryGetValue("endorsements", out var list) ? Strings(list) : null;
        return new Caller(service, endorsed);
    }

    // Entra gives any program of the tenant a token for any other: only those that are known are believed.
    private Caller FromEntra(JsonWebToken token)
    {
        var caller = token.TryGetPayloadValue<string>("azp", out var azp) || token.TryGetPayloadValue("appid", out azp) ? azp : null;
        return caller is not null && (caller.Equals(_options.AppId, StringComparison.OrdinalIgnoreCase) || _options.Callers.Contains(caller, StringComparer.OrdinalIgnoreCase))
            ? new Caller(null, null)
            : throw new AccessDeniedException("The token was issued to a program that Teams:Callers does not name.");
    }

    private static string[]? Strings(object? list) => list switch
    {
        JsonElement { ValueKind: JsonValueKind.Array } array => [.. array.EnumerateArray().Where(e => e.ValueKind == JsonValueKind.String).Select(e => e.GetString()!)],
        IEnumerable<object> values => [.. values.Select(v => v.ToString() ?? "")],
        _ => null,
    };
}
