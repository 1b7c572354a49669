namespace PaperChat.Answering;

/// <summary>Reads a writer's pieces; a failure ends them and is kept, so that an iterator can go on after it.</summary>
internal sealed class DraftReader(IAsyncEnumerable<DraftPiece> pieces) : IAsyncDisposable
{
    private readonly IAsyncEnumerator<DraftPiece> _pieces = pieces.GetAsyncEnumerator(CancellationToken.None);

    /// <summary>Why the writer broke off; null while it has not.</summary>
    public PaperChatException? Failure { get; private set; }

    /// <summary>The next piece; null at the end. Cancellation is thrown.</summary>
    public async Task<DraftPiece?> ReadAsync()
    {
        try
        {
            return await _pieces.MoveNextAsync() ? _pieces.Current : null;
        }
        catch (PaperChatException exception)
        {
            Failure = exception;
            return null;
        }
    }

    public ValueTask DisposeAsync() => _pieces.DisposeAsync();

    public static string CodeOf(PaperChatException failure) => failure is ModelException model ? model.Code : "model-failed";
}
