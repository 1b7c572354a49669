namespace PaperChat.Answering;

/// <summary>
/// Writes an answer from evidence. Text may use issued keys only; every sentence is checked by the pipeline, which alone decides
/// what stays. A writer that cannot begin throws a <see cref="PaperChatException"/> before its first piece, and the pipeline falls
/// back to the papers' own sentences; after the first piece nothing is retried. Safe for concurrent answers.
/// </summary>
public interface IAnswerWriter
{
    AnswerMode Mode { get; }

    IAsyncEnumerable<DraftPiece> WriteAsync(AnswerTask task, CancellationToken cancellationToken);
}
