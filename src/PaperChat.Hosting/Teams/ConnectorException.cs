namespace PaperChat.Hosting.Teams;

/// <summary>The connector took no activity. <see cref="Status"/> is its answer's; 0 where there was none.</summary>
internal sealed class ConnectorException(int status, string code, string message, bool isTransient, Exception? inner = null) : PaperChatException(message, inner, isTransient)
{
    public int Status => status;

    /// <summary>What the connector calls the error, such as <c>ContentStreamNotAllowed</c>; may be empty.</summary>
    public string Code => code;
}
