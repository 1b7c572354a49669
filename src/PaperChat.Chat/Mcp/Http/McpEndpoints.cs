using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace PaperChat.Chat.Mcp.Http;

/// <summary><c>/mcp</c>: the MCP server on Streamable HTTP. Keys, origins and limits are the host's.</summary>
internal static class McpEndpoints
{
    public const string Path = "/mcp";

    public static void AddMcp(this IServiceCollection services)
    {
        services.AddSingleton<McpSessions>();
        services.AddHostedService(provider => provider.GetRequiredService<McpSessions>());
        services.AddSingleton<StreamableHttpHandler>();
    }

    public static void MapMcp(this IEndpointRouteBuilder app)
    {
        ArgumentNullException.ThrowIfNull(app);
        var handler = app.ServiceProvider.GetRequiredService<StreamableHttpHandler>();
        app.MapPost(Path, handler.PostAsync);
        app.MapDelete(Path, handler.DeleteAsync);

        // Held open for hours and idle: it is neither work nor late.
        app.MapGet(Path, handler.GetAsync).DisableRateLimiting().DisableRequestTimeout();
    }
}
