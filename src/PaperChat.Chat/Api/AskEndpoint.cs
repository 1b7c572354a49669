using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using PaperChat.Answering;
using PaperChat.Chat.Desk;
using PaperChat.Chat.Json;
using PaperChat.Hosting;
using PaperChat.Library;

namespace PaperChat.Chat.Api;

/// <summary><c>POST /api/ask</c>: one answer as JSON, or its events as they come where the client accepts <c>text/event-stream</c>.</summary>
internal static class AskEndpoint
{
    private const string EventStream = "text/event-stream";

    public static void MapAsk(this IEndpointRouteBuilder api) => api.MapPost("/ask", AskAsync);

    private static async Task<IResult> AskAsync(AskRequestShape request, HttpRequest http, PaperDesk desk, CancellationToken cancellationToken)
    {
        var question = QuestionOf(request, desk.Filters);
        var events = desk.Pipeline.AskAsync(question, cancellationToken);
        return Accepts(http, EventStream)
            ? TypedResults.ServerSentEvents<string>(AnswerEventStream.Of(events, request.Id, cancellationToken))
            : TypedResults.Json(AnswerShape.Of(await AnswerEvents.LastAsync(events, cancellationToken), request.Id), WireJson.Relaxed.AnswerShape);
    }

    private static Question QuestionOf(AskRequestShape request, SearchFilters filters)
    {
        if (request.Filters is { } given && !given.TryRead(filters, out filters))
        {
            throw new UsageException(FilterParameters.BadYear);
        }

        return new Question
        {
            Text = QuestionText.Check(request.Question),
            History = RequestLimits.History(request.History),
            Filters = filters,
            MaxPapers = request.Limit is null ? null : RequestLimits.Limit(request.Limit, 0),
            Extractive = request.Extractive,
            Deep = request.Deep,
            ShowUnsupported = request.ShowUnsupported,
            AsOf = request.AsOf,
        };
    }

    private static bool Accepts(HttpRequest http, string type) =>
        http.GetTypedHeaders().Accept.Any(a => a.MediaType.Equals(type, StringComparison.OrdinalIgnoreCase));
}
