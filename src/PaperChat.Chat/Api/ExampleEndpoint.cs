using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using PaperChat.Chat.Console.Session;
using PaperChat.Chat.Desk;
using PaperChat.Chat.Json;

namespace PaperChat.Chat.Api;

/// <summary><c>GET /api/examples</c>: questions made of the library's own titles, for somebody who sees it for the first time.</summary>
internal static class ExampleEndpoint
{
    public static void MapExamples(this IEndpointRouteBuilder api) => api.MapGet("/examples", GetAsync)
        .WithSummary("Questions that the library answers").Produces<ExamplesShape>();

    private static async Task<IResult> GetAsync(PaperDesk desk, CancellationToken cancellationToken) => TypedResults.Json(
        new ExamplesShape(await ExampleQuestions.FromAsync(desk.Library, cancellationToken)), WireJson.Relaxed.ExamplesShape);
}
