using System.ClientModel;
using System.ClientModel.Primitives;
using OpenAI;
using OpenAI.Chat;

namespace PaperChat.Models.Remote;

/// <summary>How the clients of the OpenAI package are set up: without retries and logs of their own, which decorators do here.</summary>
public static class OpenAIConnection
{
    // Some servers want no key, the package wants one.
    private const string NoKey = "none";

    /// <summary>A client for the chat of a model.</summary>
    /// <param name="endpoint">The model.</param>
    /// <param name="http">Not owned.</param>
    public static ChatClient Open(ModelEndpoint endpoint, HttpClient http)
    {
        ArgumentNullException.ThrowIfNull(endpoint);
        return new ChatClient(endpoint.Model, Credential(endpoint), Options(endpoint, http));
    }

    /// <summary>Bounds the answer by the name that the service knows: OpenAI renamed the parameter, most other servers know the old name alone.</summary>
    public static void SetMostTokens(ChatCompletionOptions options, int most, ModelProvider provider)
    {
        ArgumentNullException.ThrowIfNull(options);
        if (provider is ModelProvider.OpenAI or ModelProvider.AzureOpenAI)
        {
            options.MaxOutputTokenCount = most;
        }
        else
        {
#pragma warning disable SCME0001 // The package has no other way to send the parameter by its old name.
            options.Patch.Set("$.max_tokens"u8, most);
#pragma warning restore SCME0001
        }
    }

    internal static ApiKeyCredential Credential(ModelEndpoint endpoint) => new(string.IsNullOrEmpty(endpoint.ApiKey) ? NoKey : endpoint.ApiKey);

    internal static OpenAIClientOptions Options(ModelEndpoint endpoint, HttpClient http)
    {
        var options = new OpenAIClientOptions
        {
            Endpoint = endpoint.Address,
            UserAgentApplicationId = "paperchat/" + (typeof(OpenAIConnection).Assembly.GetName().Version?.ToString(3) ?? "0"),
            RetryPolicy = new ClientRetryPolicy(maxRetries: 0),
            NetworkTimeout = Timeout.InfiniteTimeSpan,
            Transport = new HttpClientPipelineTransport(http),
            ClientLoggingOptions = new ClientLoggingOptions { EnableLogging = false },
        };
        if (endpoint.Provider == ModelProvider.AzureOpenAI && !string.IsNullOrEmpty(endpoint.ApiKey))
        {
            options.AddPolicy(new AzureKeyPolicy(endpoint.ApiKey), PipelinePosition.PerCall);
        }

        return options;
    }

    // Azure takes its keys in a header of its own; the bearer header is for tokens of Entra.
    private sealed class AzureKeyPolicy(string key) : PipelinePolicy
    {
        public override void Process(PipelineMessage message, IReadOnlyList<PipelinePolicy> pipeline, int currentIndex)
        {
            message.Request.Headers.Set("api-key", key);
            ProcessNext(message, pipeline, currentIndex);
        }

        public override ValueTask ProcessAsync(PipelineMessage message, IReadOnlyList<PipelinePolicy> pipeline, int currentIndex)
        {
            message.Request.Headers.Set("api-key", key);
            return ProcessNextAsync(message, pipeline, currentIndex);
        }
    }
}
