using System.Diagnostics.CodeAnalysis;
using Microsoft.Extensions.AI;
using OpenAI.Chat;
using PaperChat.Models.Remote;

namespace PaperChat.SemanticKernel;

/// <summary>
/// The clients that Semantic Kernel's connectors use: OllamaSharp for Ollama's own protocol, the OpenAI package for everything else. The
/// connectors' own registrations would leave no place for limits and retries between a client and the calls of functions.
/// </summary>
public static class KernelConnectors
{
    /// <summary>A client that takes and gives calls of functions; its failures are still those of its package.</summary>
    /// <param name="endpoint">The model.</param>
    /// <param name="http">For OpenAI's protocol; not owned.</param>
    [SuppressMessage("Reliability", "CA2000", Justification = "The client owns what it is made of.")]
    public static IChatClient Connect(ModelEndpoint endpoint, HttpClient http)
    {
        ArgumentNullException.ThrowIfNull(endpoint);
        return endpoint.Provider == ModelProvider.Ollama
            ? new OllamaChatClient(new HttpClient { BaseAddress = new Uri(endpoint.Address, "/"), Timeout = Timeout.InfiniteTimeSpan }, endpoint)
            : OpenAIConnection.Open(endpoint, http).AsIChatClient().AsBuilder().ConfigureOptions(o => NameLimit(o, endpoint.Provider)).Build();
    }

    // The limit of an answer has another name with other servers than OpenAI's.
    private static void NameLimit(ChatOptions options, ModelProvider provider)
    {
        if (options.MaxOutputTokens is not { } most)
        {
            return;
        }

        options.MaxOutputTokens = null;
        options.RawRepresentationFactory = _ =>
        {
            var made = new ChatCompletionOptions();
            OpenAIConnection.SetMostTokens(made, most, provider);
            return made;
        };
    }
}
