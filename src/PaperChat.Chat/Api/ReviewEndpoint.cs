using System.Net.ServerSentEvents;
using System.Runtime.CompilerServices;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using PaperChat.Chat.Console.Reviewing;
using PaperChat.Chat.Desk;
using PaperChat.Chat.Json;
using PaperChat.Chat.Json.Events;
using PaperChat.Hosting;
using PaperChat.Library;
using PaperChat.Review;

namespace PaperChat.Chat.Api;

/// <summary><c>POST /api/review</c>: the draft of a literature review; with events, its stages first.</summary>
internal static class ReviewEndpoint
{
    private const int MostPapers = 200;

    public static void MapReview(this IEndpointRouteBuilder api) => api.MapPost("/review", ReviewAsync)
        .WithSummary("Drafts a literature review; Accept: text/event-stream gives its stages first").Produces<ReviewedShape>();

    private static async Task<IResult> ReviewAsync(ReviewRequestShape request, HttpRequest http, PaperDesk desk, CancellationToken cancellationToken)
    {
        var wanted = RequestOf(request, desk.Filters);
        return EventStream.IsAccepted(http)
            ? TypedResults.ServerSentEvents<string>(StreamAsync(desk, wanted, cancellationToken))
            : TypedResults.Json(ShapeOf(await ReviewOfAsync(desk, wanted, null, cancellationToken)), WireJson.Relaxed.ReviewedShape);
    }

    private static ReviewRequest RequestOf(ReviewRequestShape request, SearchFilters filters) => new()
    {
        Topic = QuestionText.Check(request.Topic),
        Papers = request.Papers is null or (>= 1 and <= MostPapers) ? request.Papers ?? ReviewRequest.DefaultPapers
            : throw new UsageException($"papers is a whole number from 1 to {MostPapers}, not {request.Papers}."),
        Filters = RequestFilters.Over(filters, request.Filters),
        Extractive = request.Extractive,
        ShowUnsupported = request.ShowUnsupported,
        Outline = string.IsNullOrWhiteSpace(request.Outline) ? null : OutlineOf(request.Outline),
    };

    private static ReviewOutline OutlineOf(string text)
    {
        try
        {
            return OutlineFile.Read(text, "outline");
        }
        catch (PaperChatException exception)
        {
            throw new UsageException(exception.Message, exception);
        }
    }

    private static ReviewedShape ShapeOf(LiteratureReview review) => review.Themes.Count > 0
        ? new ReviewedShape(ReviewShape.Of(review, folder: null), ReviewFiles.Of(review, format: null))
        : throw new NotFoundException($"The library holds no paper with an abstract on '{TerminalText.Line(review.Topic)}'; a search shows what it holds.");

    private static async Task<LiteratureReview> ReviewOfAsync(PaperDesk desk, ReviewRequest request, IProgress<ReviewProgress>? progress, CancellationToken cancellationToken)
    {
        try
        {
            return await desk.Reviews.BuildAsync(request, progress, cancellationToken);
        }
        catch (PaperChatException exception) when (request.Outline is not null && exception.GetType() == typeof(PaperChatException))
        {
            // The outline names papers that are not there: the request is wrong, not the server.
            throw new UsageException(exception.Message, exception);
        }
    }

    // The work runs beside the stream, so that a stage is sent while it lasts; a client that hangs up ends both.
    private static async IAsyncEnumerable<SseItem<string>> StreamAsync(
        PaperDesk desk, ReviewRequest request, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await using var run = new ReviewRun((progress, token) => ReviewOfAsync(desk, request, progress, token), cancellationToken);
        await foreach (var stage in run.StagesAsync(cancellationToken))
        {
            yield return EventStream.Item("progress", new StageEventShape(NameOf(stage.Stage), stage.Total > 0 ? stage.Done : null, stage.Total > 0 ? stage.Total : null), WireJson.Relaxed.StageEventShape);
        }

        yield return await EndAsync(run.Result);
    }

    private static async Task<SseItem<string>> EndAsync(Task<LiteratureReview> review)
    {
        try
        {
            return EventStream.Item("completed", ShapeOf(await review), WireJson.Relaxed.ReviewedShape);
        }
        catch (PaperChatException exception)
        {
            return EventStream.Failed(exception);
        }
    }

    private static string NameOf(ReviewStage stage) => stage switch
    {
        ReviewStage.Searching => "searching",
        ReviewStage.Grouping => "grouping",
        ReviewStage.Naming => "naming",
        _ => "writing",
    };
}
