using System.Net.ServerSentEvents;
using System.Runtime.CompilerServices;
using System.Text.Json;
using PaperChat.Answering;
using PaperChat.Chat.Json;
using PaperChat.Chat.Json.Events;

namespace PaperChat.Chat.Api;

/// <summary>
/// The events of an answer as server-sent events, each with its name and one JSON object. The last one is <c>completed</c> or
/// <c>failed</c>: once a stream has begun, a failure has no other way to the client.
/// </summary>
internal static class AnswerEventStream
{
    public static async IAsyncEnumerable<SseItem<string>> Of(
        IAsyncEnumerable<AnswerEvent> events, JsonElement? id, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await using var answer = events.GetAsyncEnumerator(cancellationToken);
        while (true)
        {
            SseItem<string> next;
            try
            {
                if (!await answer.MoveNextAsync())
                {
                    yield break;
                }

                next = ItemOf(answer.Current, id);
            }
            catch (PaperChatException exception)
            {
                next = EventStream.Failed(exception);
            }

            yield return next;
            if (next.EventType == EventStream.FailedEvent)
            {
                yield break;
            }
        }
    }

    private static SseItem<string> ItemOf(AnswerEvent happened, JsonElement? id) => happened switch
    {
        EvidenceFound found => EventStream.Item("evidence", new EvidenceEventShape([.. found.Retrieved.Select(RetrievedShape.Of)], WireNames.Milliseconds(found.RetrieveTime)), WireJson.Relaxed.EvidenceEventShape),
        CitationMade made => EventStream.Item("citation", CitationShape.Of(made.Citation), WireJson.Relaxed.CitationShape),
        AnswerTextAdded text => EventStream.Item("text", new TextEventShape(text.Text), WireJson.Relaxed.TextEventShape),
        SentenceVerified sentence => EventStream.Item(
            "sentence", new SentenceEventShape(SentenceShape.Of(sentence.Sentence), sentence.Text, sentence.Pending.Length > 0 ? sentence.Pending : null), WireJson.Relaxed.SentenceEventShape),
        PendingTextWithdrawn => EventStream.Item("withdrawn", new EmptyEventShape(), WireJson.Relaxed.EmptyEventShape),
        AnswerProgress progress => EventStream.Item("progress", new TextEventShape(progress.Text), WireJson.Relaxed.TextEventShape),
        AnswerFellBack fell => EventStream.Item("fallback", new FallbackShape(fell.Fallback.Code, fell.Fallback.Message), WireJson.Relaxed.FallbackShape),
        AnswerCompleted completed => EventStream.Item("completed", AnswerShape.Of(completed.Answer, id), WireJson.Relaxed.AnswerShape),
        AnswerFailed failed => EventStream.Item(
            EventStream.FailedEvent, new FailedEventShape(failed.Code, failed.Message, failed.IsTransient, failed.Partial is { } partial ? AnswerShape.Of(partial, id) : null), WireJson.Relaxed.FailedEventShape),
        _ => throw new ArgumentOutOfRangeException(nameof(happened), happened.GetType().Name, "Unknown event."),
    };
}
