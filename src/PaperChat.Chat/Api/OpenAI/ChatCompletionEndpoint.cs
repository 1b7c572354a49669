using System.Text.Json;
using Microsoft.AspNetCore.Http;
using PaperChat.Answering;
using PaperChat.Chat.Api.OpenAI.Shapes;
using PaperChat.Chat.Api.Telemetry;
using PaperChat.Chat.Desk;
using PaperChat.Hosting;

namespace PaperChat.Chat.Api.OpenAI;

/// <summary><c>POST /v1/chat/completions</c>: the last message of the user is the question, those before it are the conversation.</summary>
internal static class ChatCompletionEndpoint
{
    public static async Task<IResult> CompleteAsync(HttpRequest http, PaperDesk desk, QuestionLog log, CancellationToken cancellationToken)
    {
        var request = await JsonBody.ReadAsync(http, OpenAIJson.Relaxed.ChatCompletionRequest, cancellationToken);
        if (request.N is > 1)
        {
            throw new UsageException("n must be 1: there is one answer to a question.");
        }

        var model = ServedModels.Check(request.Model, desk);
        var question = QuestionOf(request, model, desk);
        log.Write(question.Text);
        var events = desk.Recent.AskAsync(question, cancellationToken).Recorded(cancellationToken);
        var head = new CompletionHead("chatcmpl-" + Guid.NewGuid().ToString("N"), desk.Time.GetUtcNow().ToUnixTimeSeconds(), model);
        if (request.Stream == true)
        {
            var withUsage = request.StreamOptions?.IncludeUsage == true;
            return TypedResults.ServerSentEvents<string>(CompletionStream.Of(head, events, withUsage, cancellationToken));
        }

        var answer = await AnswerEvents.LastAsync(events, cancellationToken);
        var message = CompletionText.MessageOf(answer);
        return TypedResults.Json(
            new ChatCompletion(head.Id, head.Created, head.Model, [new ChatChoice(0, message, CompletionText.FinishReason(answer))], TokenUsage.Of(answer.Model)),
            OpenAIJson.Relaxed.ChatCompletion);
    }

    private static Question QuestionOf(ChatCompletionRequest request, string model, PaperDesk desk)
    {
        if (request.Messages is not { Count: > 0 and <= RequestLimits.Messages } messages)
        {
            throw new UsageException($"messages takes from 1 to {RequestLimits.Messages} messages.");
        }

        string[] turns = [.. messages.Where(m => m?.Role == "user").Select(m => TextOf(m.Content)).Where(t => !string.IsNullOrWhiteSpace(t))];
        if (turns.Length == 0)
        {
            throw new UsageException("messages holds no message of the user with text: {\"role\":\"user\",\"content\":\"...\"}");
        }

        return new Question
        {
            Text = QuestionText.Check(turns[^1]),
            History = RequestLimits.LatestTurns(turns[..^1]),
            Filters = desk.Filters,
            Extractive = model == ServedModels.Extractive,
            Deep = model == ServedModels.Deep,
        };
    }

    private static string TextOf(JsonElement? content) => content switch
    {
        { ValueKind: JsonValueKind.String } text => text.GetString() ?? "",
        { ValueKind: JsonValueKind.Array } parts => string.Join('\n', parts.EnumerateArray().Select(PartOf)),
        _ => "",
    };

    private static string PartOf(JsonElement part) =>
        part.ValueKind == JsonValueKind.Object && part.TryGetProperty("text", out var text) && text.ValueKind == JsonValueKind.String ? text.GetString() ?? "" : "";
}
