using System.Text.Json.Serialization;

namespace PaperChat.Peers.Papers;

/// <summary>What every engine indexes of a paper: title and abstract, found again by its id.</summary>
internal sealed record PaperText(
    [property: JsonPropertyName("id")] string Id,
    [property: JsonPropertyName("title")] string Title,
    [property: JsonPropertyName("abstract")] string Abstract);
