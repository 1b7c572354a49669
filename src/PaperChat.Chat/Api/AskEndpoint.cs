using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using PaperChat.Answering;
using PaperChat.Chat.Api.Telemetry;
using PaperChat.Chat.Desk;
using PaperChat.Chat.Json;
using PaperChat.Library;

namespace PaperChat.Chat.Api;

/// <summary><c>POST /api/ask</c>: one answer as JSON, or its events as they come where the client accepts <c>text/event-stream</c>.</summary>
internal static class AskEndpoint
{
    public static void MapAsk(this IEndpointRouteBuilder api) => api.MapPost("/ask", AskAsync)
        .WithSummary("Answers a question; Accept: text/event-stream gives the answer's events").Produces<AnswerShape>();

    private static async Task<IResult> AskAsync(AskRequestShape request, HttpRequest http, PaperDesk desk, QuestionLog log, CancellationToken cancellationToken)
    {
        var question = QuestionOf(request, desk.Filters);
        log.Write(question.Text);
        var events = desk.Recent.AskAsync(question, cancellationToken).Recorded(cancellationToken);
        return EventStream.IsAccepted(http)
            ? TypedResults.ServerSentEvents<string>(AnswerEventStream.Of(events, request.Id, cancellationToken))
            : TypedResults.Json(AnswerShape.Of(await AnswerEvents.LastAsync(events, cancellationToken), request.Id), WireJson.Relaxed.AnswerShape);
    }

    private static Question QuestionOf(AskRequestShape request, SearchFilters filters) => new()
    {
        Text = QuestionText.Check(request.Question),
        History = RequestLimits.History(request.History),
        Filters = RequestFilters.Over(filters, request.Filters),
        MaxPapers = request.Limit is null ? null : RequestLimits.Limit(request.Limit, 0),
        Extractive = request.Extractive,
        Deep = request.Deep,
        ShowUnsupported = request.ShowUnsupported,
        AsOf = request.AsOf,
    };
}
