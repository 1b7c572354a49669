using System.Text.Json.Serialization;

namespace PaperChat.Peers.Questions;

/// <summary>A question as every engine gets it: its words without stop words, lower case, not stemmed, repeated ones repeated.</summary>
internal sealed record PeerQuery(
    [property: JsonPropertyName("id")] string Id,
    [property: JsonPropertyName("set")] string Set,
    [property: JsonPropertyName("words")] IReadOnlyList<string> Words);
