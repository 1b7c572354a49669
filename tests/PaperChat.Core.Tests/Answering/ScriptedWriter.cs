using System.Runtime.CompilerServices;
using PaperChat.Answering;

namespace PaperChat.Core.Tests.Answering;

/// <summary>Writes down what it was told, and then ends, or fails as told.</summary>
internal sealed class ScriptedWriter(PaperChatException? failure, params DraftPiece[] pieces) : IAnswerWriter
{
    public ScriptedWriter(params DraftPiece[] pieces)
        : this(null, pieces)
    {
    }

    public AnswerMode Mode => AnswerMode.Model;

    public async IAsyncEnumerable<DraftPiece> WriteAsync(AnswerTask task, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        foreach (var piece in pieces)
        {
            await Task.Yield();
            cancellationToken.ThrowIfCancellationRequested();
            yield return piece;
        }

        if (failure is not null)
        {
            throw failure;
        }
    }
}
