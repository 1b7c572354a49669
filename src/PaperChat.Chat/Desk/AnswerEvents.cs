using PaperChat.Answering;

namespace PaperChat.Chat.Desk;

/// <summary>What becomes of an answer's events where only the end is wanted.</summary>
internal static class AnswerEvents
{
    /// <exception cref="PaperChatException">The answer failed.</exception>
    public static async Task<Answer> LastAsync(IAsyncEnumerable<AnswerEvent> events, CancellationToken cancellationToken)
    {
        await foreach (var happened in events.WithCancellation(cancellationToken))
        {
            switch (happened)
            {
                case AnswerCompleted completed:
                    return completed.Answer;
                case AnswerFailed failed:
                    throw new PaperChatException(failed.Message, isTransient: failed.IsTransient);
            }
        }

        throw new PaperChatException("The answer ended before it was complete; ask again.");
    }
}
