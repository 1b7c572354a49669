using Microsoft.Extensions.AI;
using Microsoft.Extensions.Logging;
using PaperChat.Answering;
using PaperChat.Ingestion;
using PaperChat.Models.Remote;
using PaperChat.Prompts;

namespace PaperChat.Hosting;

/// <summary>What the default build is composed of where the two builds differ.</summary>
internal static class Build
{
    /// <summary>As <c>--version</c> names it.</summary>
    public const string Name = "default build";

    /// <summary>A client of a model, without limits and retries.</summary>
    public static IChatClient Connect(ModelEndpoint endpoint, HttpClient http) => new OpenAIChatClient(endpoint, http);

    /// <summary>What answers with a model.</summary>
    public static ModelAnswering Answering(
        IChatClient client, ModelEndpoint endpoint, PromptSet prompts, ModelAnswerOptions options, TimeProvider time, ILogger logger) =>
        new(client, prompts, options);

    /// <summary>What takes the text out of documents; null for what the sources bring themselves.</summary>
    public static DocumentExtraction? Extraction => null;
}
