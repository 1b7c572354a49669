using Microsoft.Identity.Client;

namespace PaperChat.Hosting.Teams;

/// <summary>The bot's own tokens for the connector, by client credentials; kept until they run out. Thread-safe.</summary>
internal sealed class ConnectorTokens
{
    private const string BotTenant = "botframework.com";

    private static readonly string[] Scopes = ["https://api.botframework.com/.default"];

    private readonly IConfidentialClientApplication? _application;

    /// <param name="options">The registration; without one no token is wanted.</param>
    /// <param name="http">What asks for tokens.</param>
    public ConnectorTokens(TeamsOptions options, HttpClient http)
    {
        ArgumentNullException.ThrowIfNull(options);
        if (options.AppId.Length == 0)
        {
            return;
        }

        var isUsual = options.Login == TeamsOptions.DefaultLogin;
        _application = ConfidentialClientApplicationBuilder.Create(options.AppId)
            .WithClientSecret(options.AppSecret)
            .WithAuthority($"{options.Login}/{options.Tenant ?? BotTenant}", validateAuthority: isUsual)
            .WithInstanceDiscovery(isUsual)
            .WithHttpClientFactory(new OneClient(http))
            .Build();
    }

    /// <summary>A token; null where the bot has no registration.</summary>
    /// <param name="afresh">Whether the kept one was refused.</param>
    /// <param name="cancellationToken">Stops the request.</param>
    /// <exception cref="PaperChatException">None is given.</exception>
    public async Task<string?> GetAsync(bool afresh, CancellationToken cancellationToken)
    {
        if (_application is null)
        {
            return null;
        }

        try
        {
            return (await _application.AcquireTokenForClient(Scopes).WithForceRefresh(afresh).ExecuteAsync(cancellationToken)).AccessToken;
        }
        catch (Exception exception) when (exception is MsalException or HttpRequestException)
        {
            // The exception itself may quote the request.
            var code = exception is MsalException msal ? msal.ErrorCode : "no connection";
            throw new PaperChatException($"The bot gets no token for the connector ({code}): check Teams:AppId, Teams:AppSecret and Teams:Tenant.", isTransient: true);
        }
    }

    private sealed class OneClient(HttpClient http) : IMsalHttpClientFactory
    {
        public HttpClient GetHttpClient() => http;
    }
}
