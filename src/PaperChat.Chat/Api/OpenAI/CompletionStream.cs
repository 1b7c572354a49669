using System.Net.ServerSentEvents;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Json;
using PaperChat.Answering;
using PaperChat.Chat.Api.OpenAI.Shapes;

namespace PaperChat.Chat.Api.OpenAI;

/// <summary>
/// A completion as it comes. A client of this protocol cannot take text back, so only settled sentences are sent; the sources and their
/// places come at the end.
/// </summary>
internal static class CompletionStream
{
    private const string End = "[DONE]";

    public static async IAsyncEnumerable<SseItem<string>> Of(
        CompletionHead head, IAsyncEnumerable<AnswerEvent> events, bool withUsage, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var sent = new StringBuilder();
        yield return Piece(head, new ChatMessage { Role = "assistant", Content = "" });
        await using var answer = events.GetAsyncEnumerator(cancellationToken);
        Problem? failed = null;
        while (failed is null)
        {
            try
            {
                if (!await answer.MoveNextAsync())
                {
                    break;
                }
            }
            catch (PaperChatException exception)
            {
                failed = Problem.Of(exception);
                break;
            }

            switch (answer.Current)
            {
                case SentenceVerified { Text.Length: > 0 } sentence:
                    sent.Append(sentence.Text);
                    yield return Piece(head, new ChatMessage { Content = sentence.Text });
                    break;
                case AnswerCompleted completed:
                    foreach (var item in LastPieces(head, completed.Answer, sent.ToString(), withUsage))
                    {
                        yield return item;
                    }

                    break;
                case AnswerFailed failure:
                    failed = Problem.Of(new PaperChatException(failure.Message, isTransient: failure.IsTransient));
                    break;
            }
        }

        if (failed is { } problem)
        {
            yield return new SseItem<string>(JsonSerializer.Serialize(OpenAIProblem.Of(problem), OpenAIJson.Relaxed.OpenAIError));
        }

        yield return new SseItem<string>(End);
    }

    private static IEnumerable<SseItem<string>> LastPieces(CompletionHead head, Answer answer, string sent, bool withUsage)
    {
        // A refusal has no sentences, only its text.
        var rest = sent.Length == 0 ? answer.Text : "";
        var tail = rest + CompletionText.SourcesOf(answer);
        var annotations = CompletionText.AnnotationsOf(answer, sent + rest);
        if (tail.Length > 0 || annotations.Count > 0)
        {
            yield return Piece(head, new ChatMessage { Content = tail, Annotations = annotations });
        }

        yield return Chunk(head, [new ChunkChoice(0, new ChatMessage(), CompletionText.FinishReason(answer))], usage: null);
        if (withUsage)
        {
            yield return Chunk(head, [], TokenUsage.Of(answer.Model));
        }
    }

    private static SseItem<string> Piece(CompletionHead head, ChatMessage delta) => Chunk(head, [new ChunkChoice(0, delta, null)], usage: null);

    private static SseItem<string> Chunk(CompletionHead head, IReadOnlyList<ChunkChoice> choices, TokenUsage? usage) => new(JsonSerializer.Serialize(
        new ChatCompletionChunk(head.Id, head.Created, head.Model, choices) { Usage = usage }, OpenAIJson.Relaxed.ChatCompletionChunk));
}
