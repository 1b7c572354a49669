using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using PaperChat.Chat.Desk;
using PaperChat.Chat.Json;
using PaperChat.Hosting;

namespace PaperChat.Chat.Api;

/// <summary><c>POST /api/compare</c>: papers side by side.</summary>
internal static class CompareEndpoint
{
    public static void MapCompare(this IEndpointRouteBuilder api) => api.MapPost("/compare", CompareAsync)
        .WithSummary("Sets papers side by side, every cell with its passage").Produces<ComparisonShape>();

    private static async Task<IResult> CompareAsync(CompareRequestShape request, PaperDesk desk, CancellationToken cancellationToken)
    {
        if (request.Papers is { Count: > 0 } == request.Query is { Length: > 0 })
        {
            throw new UsageException("Give either papers, the names of two or more, or a query: {\"papers\":[\"A\",\"B\"]}");
        }

        var aspects = PaperComparisons.Aspects(request.Aspects ?? []);
        var filters = RequestFilters.Over(desk.Filters, request.Filters);
        var comparisons = new PaperComparisons(desk);
        var papers = request.Papers is { Count: > 0 } names
            ? await comparisons.NamedAsync(RequestLimits.Names(names), filters, cancellationToken)
            : await comparisons.FoundAsync(request.Query ?? "", filters, request.Limit, cancellationToken);
        return TypedResults.Json(
            ComparisonShape.Of(await comparisons.CompareAsync(papers, aspects, request.Extractive, cancellationToken)), WireJson.Relaxed.ComparisonShape);
    }
}
