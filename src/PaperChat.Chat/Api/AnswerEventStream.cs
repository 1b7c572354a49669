using System.Net.ServerSentEvents;
using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using PaperChat.Answering;
using PaperChat.Chat.Json;
using PaperChat.Chat.Json.Events;
using PaperChat.Hosting;

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
                var failure = Failure.Of(exception);
                next = Item("failed", new FailedEventShape(failure.Code, failure.Message, exception.IsTransient, Partial: null), WireJson.Relaxed.FailedEventShape);
            }

            yield return next;
            if (next.EventType == "failed")
            {
                yield break;
            }
        }
    }

    private static SseItem<string> ItemOf(AnswerEvent happened, JsonElement? id) => happened switch
    {
        EvidenceFound found => Item("evidence", new EvidenceEventShape([.. found.Retrieved.Select(RetrievedShape.Of)], WireNames.Milliseconds(found.RetrieveTime)), WireJson.Relaxed.EvidenceEventShape),
        CitationMade made => Item("citation", CitationShape.Of(made.Citation), WireJson.Relaxed.CitationShape),
        AnswerTextAdded text => Item("text", new TextEventShape(text.Text), WireJson.Relaxed.TextEventShape),
        SentenceVerified sentence => Item(
            "sentence", new SentenceEventShape(SentenceShape.Of(sentence.Sentence), sentence.Text, sentence.Pending.Length > 0 ? sentence.Pending : null), WireJson.Relaxed.SentenceEventShape),
        PendingTextWithdrawn => Item("withdrawn", new EmptyEventShape(), WireJson.Relaxed.EmptyEventShape),
        AnswerProgress progress => Item("progress", new TextEventShape(progress.Text), WireJson.Relaxed.TextEventShape),
        AnswerFellBack fell => Item("fallback", new FallbackShape(fell.Fallback.Code, fell.Fallback.Message), WireJson.Relaxed.FallbackShape),
        AnswerCompleted completed => Item("completed", AnswerShape.Of(completed.Answer, id), WireJson.Relaxed.AnswerShape),
        AnswerFailed failed => Item(
            "failed", new FailedEventShape(failed.Code, failed.Message, failed.IsTransient, failed.Partial is { } partial ? AnswerShape.Of(partial, id) : null), WireJson.Relaxed.FailedEventShape),
        _ => throw new ArgumentOutOfRangeException(nameof(happened), happened.GetType().Name, "Unknown event."),
    };

    private static SseItem<string> Item<T>(string name, T data, JsonTypeInfo<T> type) => new(JsonSerializer.Serialize(data, type), name);
}
