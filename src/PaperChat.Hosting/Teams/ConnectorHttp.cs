namespace PaperChat.Hosting.Teams;

/// <summary>Makes the client for the connector and for keys and tokens.</summary>
internal static class ConnectorHttp
{
    /// <summary>It follows no redirection, as messages carry the bot's token.</summary>
    public static HttpClient Create()
    {
#pragma warning disable CA2000 // The client owns its handler.
        var handler = new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false, PooledConnectionLifetime = TimeSpan.FromMinutes(5), ConnectTimeout = TimeSpan.FromSeconds(10) };
#pragma warning restore CA2000
        return new HttpClient(handler) { Timeout = TimeSpan.FromSeconds(100) };
    }
}
