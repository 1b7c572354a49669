using System.Text.Json.Serialization;

namespace PaperChat.Embedded.Catalogue;

/// <summary>What the catalogue keeps of a paper as JSON: the fields that no statement asks for.</summary>
internal sealed record PaperDetails
{
    public IReadOnlyList<string>? Authors { get; init; }

    public string? Venue { get; init; }

    public string? Url { get; init; }

    public string? Doi { get; init; }

    public string? Arxiv { get; init; }

    public IReadOnlyList<string>? Categories { get; init; }

    public IReadOnlyList<string>? Links { get; init; }

    public bool? HoldsInstructions { get; init; }
}

[JsonSerializable(typeof(PaperDetails))]
[JsonSourceGenerationOptions(
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull, PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
internal sealed partial class CatalogueJson : JsonSerializerContext;
