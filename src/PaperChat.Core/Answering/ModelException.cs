namespace PaperChat.Answering;

/// <summary>
/// A chat or embedding model could not be used. <see cref="Code"/> is stable: <c>model-unreachable</c>, <c>model-timeout</c>,
/// <c>model-rate-limited</c>, <c>model-server-error</c>, <c>model-unauthorized</c>, <c>model-not-found</c>, <c>model-rejected</c>,
/// <c>model-bad-response</c>, <c>model-cut-off</c>. The message never holds a key.
/// </summary>
public sealed class ModelException(string code, string message, bool isTransient, Exception? innerException = null)
    : PaperChatException(message, innerException, isTransient)
{
    public string Code { get; } = code;

    /// <summary>How long the service asks to wait; null when it does not say.</summary>
    public TimeSpan? RetryAfter { get; init; }
}
