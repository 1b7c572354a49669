using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using PaperChat.Chat.Desk;
using PaperChat.Chat.Json;
using PaperChat.Hosting;
using PaperChat.Library;
using PaperChat.Retrieval;

namespace PaperChat.Chat.Api;

/// <summary><c>/api/search</c>, by address or by body, and <c>/api/similar/{id}</c>.</summary>
internal static class SearchEndpoints
{
    private const int UsualLimit = 10;

    public static void MapSearch(this IEndpointRouteBuilder api)
    {
        api.MapGet("/search", GetAsync).WithSummary("Ranks papers for a query").Produces<SearchShape>();
        api.MapPost("/search", PostAsync).WithSummary("Ranks papers for a query").Produces<SearchShape>();
        api.MapGet("/similar/{**id}", SimilarAsync).WithSummary("Ranks papers like one of the library").Produces<SearchShape>();
    }

    private static Task<IResult> GetAsync([AsParameters] SearchParameters parameters, PaperDesk desk, CancellationToken cancellationToken)
    {
        var filters = RequestFilters.Over(desk.Filters, parameters.Year, parameters.Venue, parameters.Author, parameters.Cat);
        var query = QueryOf(parameters.Q, filters, parameters.Limit, parameters.Mode) with { Explain = parameters.Explain ?? false, AsOf = parameters.AsOf };
        return SearchAsync(desk, query, id: null, parameters.Abstracts ?? false, cancellationToken);
    }

    private static Task<IResult> PostAsync(SearchRequestShape request, PaperDesk desk, CancellationToken cancellationToken)
    {
        var query = QueryOf(request.Query, RequestFilters.Over(desk.Filters, request.Filters), request.Limit, request.Mode) with { Explain = request.Explain, AsOf = request.AsOf };
        return SearchAsync(desk, query, request.Id, request.Abstracts, cancellationToken);
    }

    private static async Task<IResult> SearchAsync(PaperDesk desk, PaperQuery query, JsonElement? id, bool abstracts, CancellationToken cancellationToken) =>
        TypedResults.Json(SearchShape.Of(await desk.Recent.SearchAsync(query, cancellationToken), id, abstracts), WireJson.Relaxed.SearchShape);

    private static PaperQuery QueryOf(string? text, SearchFilters filters, int? limit, string? mode)
    {
        var wanted = RetrievalMode.Hybrid;
        if (mode is { Length: > 0 } && !RetrievalModes.TryParse(mode, out wanted))
        {
            throw new UsageException($"mode is lexical, dense or hybrid, not '{TerminalText.Line(mode)}'.");
        }

        return new PaperQuery { Text = QuestionText.Check(text), Filters = filters, Limit = RequestLimits.Limit(limit, UsualLimit), Mode = wanted };
    }

    private static async Task<IResult> SimilarAsync([AsParameters] SimilarParameters parameters, PaperDesk desk, CancellationToken cancellationToken)
    {
        var paper = await desk.GetAsync(PaperIdInPath.Read(parameters.Id), cancellationToken);
        var filters = RequestFilters.Over(desk.Filters, parameters.Year, parameters.Venue, parameters.Author, parameters.Cat);
        var result = await desk.Similar.FindAsync(paper, filters, RequestLimits.Limit(parameters.Limit, UsualLimit), cancellationToken);
        return TypedResults.Json(SearchShape.Of(result, id: null, parameters.Abstracts ?? false), WireJson.Relaxed.SearchShape);
    }
}
