using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.AI;
using PaperChat.Library;
using OpenAIEmbeddings = OpenAI.Embeddings;

namespace PaperChat.Models.Remote;

/// <summary>
/// An embedding model behind OpenAI's protocol; one request a call. Vectors come in the order of the texts, whatever order the service
/// sends them in. Safe for concurrent calls; does not own the <see cref="HttpClient"/>.
/// </summary>
public sealed class OpenAIEmbeddingGenerator : IEmbeddingGenerator<string, Embedding<float>>
{
    private readonly ModelEndpoint _endpoint;
    private readonly TimeProvider _time;
    private readonly OpenAIEmbeddings.EmbeddingClient _client;
    private readonly EmbeddingGeneratorMetadata _metadata;
    private readonly EmbeddingModelInfo? _info;

    /// <param name="endpoint">The model.</param>
    /// <param name="dimensions">The length of its vectors, where it is known; only then it can be a library's model.</param>
    /// <param name="http">Not owned.</param>
    /// <param name="time">From it a date in Retry-After counts.</param>
    public OpenAIEmbeddingGenerator(ModelEndpoint endpoint, int? dimensions, HttpClient http, TimeProvider time)
    {
        ArgumentNullException.ThrowIfNull(endpoint);
        _endpoint = endpoint;
        _time = time;
        _client = new OpenAIEmbeddings.EmbeddingClient(endpoint.Model, OpenAIConnection.Credential(endpoint), OpenAIConnection.Options(endpoint, http));
        _metadata = new EmbeddingGeneratorMetadata(endpoint.Provider.ToString(), endpoint.Address, endpoint.Model, dimensions);
        _info = dimensions is { } length ? new EmbeddingModelInfo(endpoint.Model, length, HashOf(endpoint.Model, length)) : null;
    }

    public async Task<GeneratedEmbeddings<Embedding<float>>> GenerateAsync(
        IEnumerable<string> values, EmbeddingGenerationOptions? options = null, CancellationToken cancellationToken = default)
    {
        string[] texts = [.. values];
        if (texts.Length == 0)
        {
            return [];
        }

        try
        {
            OpenAIEmbeddings.OpenAIEmbeddingCollection made = await _client.GenerateEmbeddingsAsync(
                texts, new OpenAIEmbeddings.EmbeddingGenerationOptions { Dimensions = options?.Dimensions }, cancellationToken);
            return Vectors(made, texts.Length);
        }
        catch (Exception exception) when (!cancellationToken.IsCancellationRequested && ModelFailure.IsKnown(exception))
        {
            throw ModelFailure.Of(exception, _endpoint, hasBegun: false, _time.GetUtcNow());
        }
    }

    public object? GetService(Type serviceType, object? serviceKey = null) =>
        serviceKey is not null ? null
        : serviceType == typeof(EmbeddingGeneratorMetadata) ? _metadata
        : serviceType == typeof(ModelEndpoint) ? _endpoint
        : serviceType == typeof(EmbeddingModelInfo) ? _info
        : serviceType?.IsInstanceOfType(this) == true ? this : null;

    public void Dispose()
    {
    }

    // A service does not show its weights; the name stands for them, wherever it is served.
    private static string HashOf(string model, int dimensions) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{model}\n{dimensions}"))));

    private static GeneratedEmbeddings<Embedding<float>> Vectors(OpenAIEmbeddings.OpenAIEmbeddingCollection made, int count)
    {
        var vectors = new Embedding<float>?[count];
        foreach (var embedding in made)
        {
            if (embedding.Index < 0 || embedding.Index >= count || embedding.ToFloats().Length == 0)
            {
                throw new FormatException("The vectors do not belong to the texts.");
            }

            vectors[embedding.Index] = new Embedding<float>(embedding.ToFloats());
        }

        var dimensions = vectors[0]?.Vector.Length ?? 0;
        return Array.TrueForAll(vectors, v => v?.Vector.Length == dimensions)
            ? new GeneratedEmbeddings<Embedding<float>>(vectors!)
            {
                Usage = made.Usage is { } usage ? new UsageDetails { InputTokenCount = usage.InputTokenCount, TotalTokenCount = usage.TotalTokenCount } : null,
            }
            : throw new FormatException("Vectors are missing or of different lengths.");
    }
}
