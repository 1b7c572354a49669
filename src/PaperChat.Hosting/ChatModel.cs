using Microsoft.Extensions.AI;
using PaperChat.Answering;
using PaperChat.Models.Remote;
using PaperChat.Prompts;
using PaperChat.Review;

namespace PaperChat.Hosting;

/// <summary>The configured chat model, ready for use; whoever opens it disposes it.</summary>
public sealed class ChatModel : IDisposable
{
    private readonly HttpClient _http;

    private ChatModel(ModelEndpoint endpoint, PromptSet prompts, ModelAnswerOptions options, HttpClient http, IChatClient client, ModelAnswering answering)
    {
        _http = http;
        Endpoint = endpoint;
        Prompts = prompts;
        Client = client;
        Answering = answering;
        Reviewing = new ModelReview(client, prompts, options);
    }

    public ModelEndpoint Endpoint { get; }

    public PromptSet Prompts { get; }

    public IChatClient Client { get; }

    public ModelAnswering Answering { get; }

    public ModelReview Reviewing { get; }

    /// <summary>Opens the model that <c>Chat:Model</c> names; null where it names none. Prompts are checked on the way.</summary>
    public static ChatModel? Open(CommandContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        var settings = context.Settings.Models;
        if (settings.Chat is not { } endpoint)
        {
            return null;
        }

        var prompts = PromptSet.Load(context.Settings.Configuration["Prompts:Folder"]);
        var options = new ModelAnswerOptions
        {
            ContextTokens = settings.Number("Chat:ContextTokens", ModelAnswerOptions.Default.ContextTokens, least: 1024),
            DeepTokens = settings.Number("Chat:DeepTokens", (int)ModelAnswerOptions.Default.DeepTokens, least: 0),
        };
        var http = RemoteModels.CreateHttpClient();
        var client = RemoteModels.GuardChatClient(Build.Connect(endpoint, http), endpoint, settings.Timeout("Chat"), RetryOptions.Default, context.Time, context.Logger);
        return new ChatModel(endpoint, prompts, options, http, client, Build.Answering(client, endpoint, prompts, options, context.Time, context.Logger));
    }

    public void Dispose()
    {
        Client.Dispose();
        _http.Dispose();
    }
}
