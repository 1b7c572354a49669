using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using PaperChat.Chat.Api.Access;
using PaperChat.Chat.Desk;
using PaperChat.Chat.Json;

namespace PaperChat.Chat.Api;

/// <summary><c>/health/live</c>: the process answers. <c>/health/ready</c>: its library answers, too; else 503.</summary>
internal static class HealthEndpoints
{
    public static void MapHealth(this IEndpointRouteBuilder app)
    {
        var health = app.MapGroup("/health").WithMetadata(OpenEndpoint.Instance).DisableRateLimiting();
        health.MapGet("/live", () => TypedResults.Json(new HealthShape("live"), WireJson.Relaxed.HealthShape))
            .WithSummary("Whether the process answers").Produces<HealthShape>();
        health.MapGet("/ready", ReadyAsync).WithSummary("Whether its library answers").Produces<HealthShape>();
    }

    private static async Task<IResult> ReadyAsync(PaperDesk desk, CancellationToken cancellationToken)
    {
        var state = await desk.Library.GetStateAsync(cancellationToken);
        return TypedResults.Json(new HealthShape("ready", state.Papers), WireJson.Relaxed.HealthShape);
    }
}
