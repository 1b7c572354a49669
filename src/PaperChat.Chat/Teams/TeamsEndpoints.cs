using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using PaperChat.Chat.Api.Access;
using PaperChat.Chat.Teams.Access;
using PaperChat.Chat.Teams.Bot;
using PaperChat.Chat.Teams.Conversations;
using PaperChat.Hosting.Teams;

namespace PaperChat.Chat.Teams;

/// <summary><c>/api/messages</c>: the bot of Microsoft Teams, where the configuration switches it on.</summary>
internal static class TeamsEndpoints
{
    public const string Path = "/api/messages";

    private const string Client = "teams";

    public static void AddTeams(this IServiceCollection services, TeamsOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        services.AddKeyedSingleton(Client, (_, _) => ConnectorHttp.Create());
        services.AddSingleton(options);
        services.AddSingleton(p => new TokenValidator(options, HttpOf(p), p.GetRequiredService<TimeProvider>()));
        services.AddSingleton<ReplyPlaces>();
        services.AddSingleton(p => new ConversationStore(options.Folder, p.GetRequiredService<TimeProvider>()));
        services.AddSingleton(p => new ConnectorClient(
            HttpOf(p), new ConnectorTokens(options, HttpOf(p)), options.Timeout, p.GetRequiredService<TimeProvider>(), p.GetRequiredService<ILoggerFactory>().CreateLogger("PaperChat.Teams")));
        services.AddSingleton<PaperBot>();
        services.AddSingleton<InvokeAnswerer>();
        services.AddSingleton(p => new BackgroundWork(options.Concurrency, options.Queue, p.GetRequiredService<ILoggerFactory>().CreateLogger("PaperChat.Teams")));
        services.AddHostedService(p => p.GetRequiredService<BackgroundWork>());
        services.AddSingleton<MessagesEndpoint>();
    }

    /// <summary>
    /// The connector has no key of ours, and comes from few addresses for all people: its tokens let it in, and the bot's own queue is
    /// the limit.
    /// </summary>
    public static void MapTeams(this IEndpointRouteBuilder app)
    {
        ArgumentNullException.ThrowIfNull(app);
        app.ServiceProvider.GetRequiredService<ConversationStore>().Prepare();
        var endpoint = app.ServiceProvider.GetRequiredService<MessagesEndpoint>();
        app.MapPost(Path, endpoint.PostAsync).WithMetadata(OpenEndpoint.Instance).DisableRateLimiting();
        app.MapMethods(Path, [HttpMethods.Head], MessagesEndpoint.Head).WithMetadata(OpenEndpoint.Instance).DisableRateLimiting();
    }

    private static HttpClient HttpOf(IServiceProvider provider) => provider.GetRequiredKeyedService<HttpClient>(Client);
}
