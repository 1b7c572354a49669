using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http.Timeouts;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using PaperChat.Chat.Api.Access;
using PaperChat.Chat.Desk;
using PaperChat.Chat.Json;

namespace PaperChat.Chat.Api;

/// <summary>What the server's endpoints and middleware need.</summary>
internal static class ServeServiceCollectionExtensions
{
    public static IServiceCollection AddServe(this IServiceCollection services, PaperDesk desk, ServeOptions options)
    {
        services.AddSingleton(desk);
        services.AddSingleton(desk.Time);
        services.AddSingleton(options);
        services.AddSingleton<QuestionLog>();
        services.AddRoutingCore();
        services.Configure<RouteHandlerOptions>(o => o.ThrowOnBadRequest = true);
        services.ConfigureHttpJsonOptions(json =>
        {
            json.SerializerOptions.TypeInfoResolverChain.Insert(0, WireJson.Relaxed);
            json.SerializerOptions.MaxDepth = RequestLimits.JsonDepth;
        });
        services.AddRateLimiter(limiter => RateLimits.Configure(limiter, options));
        services.AddRequestTimeouts(timeouts => timeouts.DefaultPolicy = new RequestTimeoutPolicy
        {
            Timeout = options.Timeout,
            WriteTimeoutResponse = context => TimedOut(options).WriteAsync(context),
        });
        services.AddDescription();
        return services;
    }

    private static Problem TimedOut(ServeOptions options) => new(
        Microsoft.AspNetCore.Http.StatusCodes.Status503ServiceUnavailable, "timeout",
        FormattableString.Invariant($"The request took more than {options.Timeout.TotalSeconds:0.#} seconds and was given up; ask for less, or raise Serve:Timeout."));
}
