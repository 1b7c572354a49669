using System.ClientModel;
using System.ClientModel.Primitives;
using OpenAI;

namespace PaperChat.Models.Remote;

/// <summary>How the clients of the OpenAI package are set up: without retries and logs of their own, which decorators do here.</summary>
internal static class OpenAIConnection
{
    // Some servers want no key, the package wants one.
    private const string NoKey = "none";

    public static ApiKeyCredential Credential(ModelEndpoint endpoint) => new(string.IsNullOrEmpty(endpoint.ApiKey) ? NoKey : endpoint.ApiKey);

    public static OpenAIClientOptions Options(ModelEndpoint endpoint, HttpClient http)
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
