using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.OpenApi;
using PaperChat.Chat.Api.Access;

namespace PaperChat.Chat.Api;

/// <summary>The OpenAPI document at <c>/openapi/v1.json</c>, made from the endpoints themselves.</summary>
internal static class ApiDescription
{
    private const string Name = "v1";

    public static void AddDescription(this IServiceCollection services) => services.AddOpenApi(Name, document => document.AddDocumentTransformer((api, _, _) =>
    {
        api.Info = new OpenApiInfo
        {
            Title = "PaperChat",
            Version = Name,
            Description = "Answers questions from papers' titles and abstracts, every sentence cited. docs/api.md tells more.",
        };

        // Where it listens is the caller's to know, not the document's.
        api.Servers?.Clear();
        return Task.CompletedTask;
    }));

    public static void MapDescription(this IEndpointRouteBuilder app) =>
        app.MapOpenApi("/openapi/{documentName}.json").WithMetadata(OpenEndpoint.Instance).DisableRateLimiting();
}
