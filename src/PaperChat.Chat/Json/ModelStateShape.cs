using System.Text.Json.Serialization;

namespace PaperChat.Chat.Json;

/// <summary>One configured model and how its test went; the key is redacted.</summary>
internal sealed record ModelStateShape(string Provider, string? Endpoint, string? Model, string? Key, bool Remote, string Sends)
{
    public bool Ok { get; init; }

    public double? Ms { get; init; }

    public int? Dimensions { get; init; }

    public string? Error { get; init; }

    /// <summary>Whether the failure may pass; told by the exit code.</summary>
    [JsonIgnore]
    public bool Unavailable { get; init; }
}
