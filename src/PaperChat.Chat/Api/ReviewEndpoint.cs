using System.Net.ServerSentEvents;
using System.Runtime.CompilerServices;
using System.Threading.Channels;
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
            : TypedResults.Json(await BuildAsync(desk, wanted, null, cancellationToken), WireJson.Relaxed.ReviewedShape);
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

    private static async Task<ReviewedShape> BuildAsync(PaperDesk desk, ReviewRequest request, IProgress<ReviewProgress>? progress, CancellationToken cancellationToken)
    {
        var review = await ReviewOfAsync(desk, request, progress, cancellationToken);
        return review.Themes.Count > 0
            ? new ReviewedShape(ReviewShape.Of(review, folder: null), ReviewFiles.Of(review, format: null))
            : throw new NotFoundException($"The library holds no paper with an abstract on '{TerminalText.Line(request.Topic)}'; a search shows what it holds.");
    }

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

    // The work runs beside the stream, so that a stage is sent while it lasts; a client that hangs up cancels both.
    private static async IAsyncEnumerable<SseItem<string>> StreamAsync(
        PaperDesk desk, ReviewRequest request, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var stages = Channel.CreateUnbounded<ReviewProgress>();
        var work = Task.Run(() => WorkAsync(desk, request, stages.Writer, cancellationToken), cancellationToken);
        await foreach (var stage in stages.Reader.ReadAllAsync(cancellationToken))
        {
            yield return EventStream.Item("progress", new StageEventShape(NameOf(stage.Stage), stage.Total > 0 ? stage.Done : null, stage.Total > 0 ? stage.Total : null), WireJson.Relaxed.StageEventShape);
        }

        yield return await work;
    }

    private static async Task<SseItem<string>> WorkAsync(PaperDesk desk, ReviewRequest request, ChannelWriter<ReviewProgress> stages, CancellationToken cancellationToken)
    {
        try
        {
            var made = await BuildAsync(desk, request, new Stages(stages), cancellationToken);
            return EventStream.Item("completed", made, WireJson.Relaxed.ReviewedShape);
        }
        catch (PaperChatException exception)
        {
            return EventStream.Failed(exception);
        }
        finally
        {
            stages.Complete();
        }
    }

    private static string NameOf(ReviewStage stage) => stage switch
    {
        ReviewStage.Searching => "searching",
        ReviewStage.Grouping => "grouping",
        ReviewStage.Naming => "naming",
        _ => "writing",
    };

    // Not Progress<T>, which reports later and on another thread.
    private sealed class Stages(ChannelWriter<ReviewProgress> stages) : IProgress<ReviewProgress>
    {
        public void Report(ReviewProgress value) => stages.TryWrite(value);
    }
}
