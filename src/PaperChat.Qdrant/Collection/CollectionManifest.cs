using System.Globalization;
using System.Text.Json;
using PaperChat.Library;
using PaperChat.Qdrant.Points;
using PaperChat.Text;

namespace PaperChat.Qdrant.Collection;

/// <summary>What a collection was made with; one point of it. It never changes while there are papers.</summary>
/// <param name="Library">What every library tells of itself.</param>
/// <param name="AverageLength">The mean length that words are weighted with; null until the first papers come.</param>
internal sealed record CollectionManifest(LibraryManifest Library, double? AverageLength)
{
    /// <summary>The revision of a manifest without a mean length, which is replaced once.</summary>
    public const string Unsettled = "unsettled";

    private const string Settled = "settled";

    /// <summary>What words are weighted with now.</summary>
    public double Length => AverageLength ?? TermWeights.UsualAverageLength;

    public static CollectionManifest Of(QdrantOptions options, EmbeddingModelInfo? model, TimeProvider time) => new(
        new LibraryManifest
        {
            SchemaVersion = PointKeys.SchemaVersion,
            Analyzer = TextAnalyzer.Version,
            EmbeddingModel = model,
            Created = time.GetUtcNow(),
        },
        options.AverageLength);

    public void Write(Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteString(PointKeys.Type, PointKeys.ManifestType);
        json.WriteString(PointKeys.Revision, AverageLength is null ? Unsettled : Settled);
        json.WriteNumber(PointKeys.Schema, Library.SchemaVersion);
        json.WriteString(PointKeys.Analyzer, Library.Analyzer);
        if (AverageLength is { } length)
        {
            json.WriteNumber(PointKeys.AverageLength, length);
        }

        json.WriteString(PointKeys.Created, Library.Created.ToString("O", CultureInfo.InvariantCulture));
        if (Library.EmbeddingModel is { } model)
        {
            json.WriteStartObject(PointKeys.Model);
            json.WriteString(PointKeys.Name, model.Name);
            json.WriteNumber(PointKeys.Dimension, model.Dimension);
            json.WriteString(PointKeys.Hash, model.Hash);
            json.WriteEndObject();
        }

        json.WriteEndObject();
    }

    /// <exception cref="KeyNotFoundException">The point is no manifest.</exception>
    public static CollectionManifest Read(JsonElement payload) => new(
        new LibraryManifest
        {
            SchemaVersion = payload.GetProperty(PointKeys.Schema).GetInt32(),
            Analyzer = payload.GetProperty(PointKeys.Analyzer).GetString()!,
            EmbeddingModel = payload.TryGetProperty(PointKeys.Model, out var model)
                ? new EmbeddingModelInfo(
                    model.GetProperty(PointKeys.Name).GetString()!, model.GetProperty(PointKeys.Dimension).GetInt32(), model.GetProperty(PointKeys.Hash).GetString()!)
                : null,
            Created = payload.GetProperty(PointKeys.Created).GetDateTimeOffset(),
        },
        payload.TryGetProperty(PointKeys.AverageLength, out var length) ? length.GetDouble() : null);
}
