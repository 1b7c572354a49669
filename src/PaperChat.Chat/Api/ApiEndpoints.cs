using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;

namespace PaperChat.Chat.Api;

/// <summary>The addresses below <c>/api</c>; docs/api.md describes them.</summary>
internal static class ApiEndpoints
{
    public static void MapApi(this IEndpointRouteBuilder app)
    {
        var api = app.MapGroup("/api");
        api.MapAsk();
        api.MapSearch();
        api.MapPapers();
        api.MapCompare();
        api.MapCite();
        api.MapReview();
        api.MapLibrary();
        api.MapExamples();
    }
}
