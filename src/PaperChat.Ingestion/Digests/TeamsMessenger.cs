using Microsoft.Extensions.Logging;
using PaperChat.Hosting.Teams;

namespace PaperChat.Ingestion.Digests;

/// <summary>Says texts in conversations that the bot of the server has met, as that bot. Owns its connections.</summary>
internal sealed class TeamsMessenger : IDisposable
{
    private const int Gone = 404;

    private readonly HttpClient _http = ConnectorHttp.Create();
    private readonly TeamsOptions _options;
    private readonly ConnectorClient _connector;

    public TeamsMessenger(TeamsOptions options, TimeProvider time, ILogger logger)
    {
        ArgumentNullException.ThrowIfNull(options);
        _options = options;
        _connector = new ConnectorClient(_http, new ConnectorTokens(options, _http), options.Timeout, time, logger);
    }

    /// <exception cref="ConnectorException">It was not taken, or the bot is not in the conversation.</exception>
    /// <exception cref="PaperChatException">The bot has no token, or what is kept of the conversation cannot be read.</exception>
    public async Task SendAsync(string conversation, string markdown, CancellationToken cancellationToken)
    {
        if (await ConversationPlace.FindAsync(_options.Folder, conversation, cancellationToken) is not { } place)
        {
            throw new ConnectorException(
                Gone, "", $"The bot is not in the conversation {conversation} any more, or {_options.Folder} is not its folder (Teams:Folder). Add it again, or end the subscription.", isTransient: false);
        }

        // Places kept while the bot was tried without a registration must not get its token.
        if (_options.AppId.Length > 0 && !ServiceUrl.IsEncrypted(place.ServiceUrl))
        {
            throw new ConnectorException(Gone, "", $"The conversation {conversation} is at an address without https: say something to the bot in it, and subscribe again.", isTransient: false);
        }

        var target = place.Target();
        var message = ActivityJson.Of("message", target);
        message["text"] = markdown;
        message["textFormat"] = "markdown";
        await _connector.SendAsync(target, message, cancellationToken);
    }

    public void Dispose() => _http.Dispose();
}
