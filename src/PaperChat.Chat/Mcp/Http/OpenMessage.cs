using ModelContextProtocol.Protocol;

namespace PaperChat.Chat.Mcp.Http;

/// <summary>A message that is being answered, until it is disposed.</summary>
internal sealed class OpenMessage(OpenMessages messages, RequestId id) : IDisposable
{
    private readonly CancellationTokenSource _withdrawn = new();

    /// <summary>The default for what cannot be withdrawn.</summary>
    public RequestId Id { get; } = id;

    /// <summary>Cancelled when the client wants the answer no longer: the protocol then allows none.</summary>
    public CancellationToken Withdrawn => _withdrawn.Token;

    public Task WithdrawAsync() => _withdrawn.CancelAsync();

    // The source is not disposed: it holds no timer, and a withdrawal may come at the same moment.
    public void Dispose() => messages.Close(this);
}
