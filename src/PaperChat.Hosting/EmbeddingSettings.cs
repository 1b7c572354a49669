using Microsoft.Extensions.AI;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging;
using PaperChat.Library;
using PaperChat.Models;
using PaperChat.Models.Remote;

namespace PaperChat.Hosting;

/// <summary>Which embedding model the configuration names; the one place that knows the implementations.</summary>
internal static class EmbeddingSettings
{
    private const string Key = "Embeddings:Model";
    private const string DimensionsKey = "Embeddings:Dimensions";
    private const string BuiltIn = "built-in";
    private const string None = "none";
    private const string ProbeText = "A test.";

    /// <summary>
    /// The built-in model unless <c>Embeddings:Model</c> names a Model2Vec folder or, beside <c>Embeddings:Endpoint</c> or
    /// <c>Embeddings:Provider</c>, a model of that service; null where it says <c>none</c>.
    /// </summary>
    /// <param name="configuration">What names it.</param>
    /// <param name="models">Which remote models are named.</param>
    /// <param name="probed">The length that <see cref="ProbeAsync"/> found; null where nobody asked.</param>
    /// <param name="time">The clock of limits and waits.</param>
    /// <param name="logger">Where a remote model logs.</param>
    /// <exception cref="PaperChatException">The folder holds no model that can be read.</exception>
    public static EmbeddingModel? Open(IConfiguration configuration, ModelSettings models, int? probed, TimeProvider time, ILogger logger) =>
        models.Embeddings is { } endpoint ? new EmbeddingModel(Remote(endpoint, models, probed, time, logger)) : configuration[Key] switch
        {
            null or "" => new EmbeddingModel(new StaticEmbeddingGenerator()),
            var name when name.Equals(BuiltIn, StringComparison.OrdinalIgnoreCase) => new EmbeddingModel(new StaticEmbeddingGenerator()),
            var name when name.Equals(None, StringComparison.OrdinalIgnoreCase) => null,
            var folder when Directory.Exists(folder) => new EmbeddingModel(Model2VecEmbeddingGenerator.Open(folder)),
            var other => throw new UsageException(
                $"{Key} names the folder of a Model2Vec model, or is {BuiltIn} or {None}; there is no folder {TerminalText.Line(other)}. A model of a service needs Embeddings:Endpoint, too."),
        };

    /// <summary>How many numbers a vector of the service's model has: asked of the service where neither the settings nor its name tell; else null.</summary>
    /// <exception cref="PaperChatException">The service does not answer.</exception>
    public static async Task<int?> ProbeAsync(ModelSettings models, TimeProvider time, ILogger logger, CancellationToken cancellationToken)
    {
        if (models.Embeddings is not { } endpoint || LengthOf(endpoint, models) is not null)
        {
            return null;
        }

        using var http = RemoteModels.CreateHttpClient();
        using var generator = RemoteModels.CreateEmbeddingGenerator(
            endpoint, null, models.Timeout("Embeddings"), RetryOptions.Default, BatchingOptions.Default, http, time, logger);
        var made = await generator.GenerateAsync([ProbeText], cancellationToken: cancellationToken);
        return made[0].Vector.Length;
    }

    private static int? LengthOf(ModelEndpoint endpoint, ModelSettings models) =>
        models.Number(DimensionsKey, usual: 0, least: 1) is > 0 and var given ? given : KnownDimensions.Of(endpoint.Model);

    // The connections live as long as the process, like the model that every command shares.
    private static IEmbeddingGenerator<string, Embedding<float>> Remote(
        ModelEndpoint endpoint, ModelSettings models, int? probed, TimeProvider time, ILogger logger)
    {
        var dimensions = LengthOf(endpoint, models) ?? probed ?? throw new UsageException(
            $"How many numbers a vector of {TerminalText.Line(endpoint.Model)} has is not known: set {DimensionsKey}; 'paperchat models' tells it.");
        return RemoteModels.CreateEmbeddingGenerator(
            endpoint, dimensions, models.Timeout("Embeddings"), RetryOptions.Default, BatchingOptions.Default, RemoteModels.CreateHttpClient(), time, logger);
    }
}
