using PaperChat.Models.Remote;

namespace PaperChat.Hosting;

/// <summary>The configured embedding model, tried with one text.</summary>
public sealed record EmbeddingModelTest
{
    private const string Text = "A test.";

    /// <summary>Null where the configuration wants no model.</summary>
    public string? Name { get; private init; }

    /// <summary>Null for a model on this machine, in this process.</summary>
    public ModelEndpoint? Endpoint { get; private init; }

    public int? Dimensions { get; private init; }

    public TimeSpan Time { get; private init; }

    /// <summary>Null when it answered.</summary>
    public PaperChatException? Failure { get; private init; }

    public static async Task<EmbeddingModelTest> RunAsync(CommandContext context, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(context);
        var models = context.Settings.Models;
        if (models.Embeddings is not { } endpoint)
        {
            var info = context.Settings.EmbeddingModel?.Info;
            return new EmbeddingModelTest { Name = info?.Name, Dimensions = info?.Dimension };
        }

        using var http = RemoteModels.CreateHttpClient();
        using var generator = RemoteModels.CreateEmbeddingGenerator(
            endpoint, null, models.Timeout("Embeddings"), RetryOptions.Default, BatchingOptions.Default, http, context.Time, context.Logger);
        var began = context.Time.GetTimestamp();
        try
        {
            var made = await generator.GenerateAsync([Text], cancellationToken: cancellationToken);
            return new EmbeddingModelTest { Name = endpoint.Model, Endpoint = endpoint, Dimensions = made[0].Vector.Length, Time = context.Time.GetElapsedTime(began) };
        }
        catch (PaperChatException failure)
        {
            return new EmbeddingModelTest { Name = endpoint.Model, Endpoint = endpoint, Failure = failure };
        }
    }
}
