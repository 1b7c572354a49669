using System.Text.Json;

namespace PaperChat.Chat.Tests.Teams;

/// <summary>What the bot sent: where to, with which token, and the activity.</summary>
internal sealed record SentActivity(string Path, string? Authorization, JsonElement Body)
{
    public string Type => Body.GetProperty("type").GetString()!;

    public string Text => Body.TryGetProperty("text", out var text) ? text.GetString()! : "";

    /// <summary>Of a stream: <c>informative</c>, <c>streaming</c>, <c>final</c>; null for other activities.</summary>
    public string? StreamType => Entity("streaminfo") is { } info ? info.GetProperty("streamType").GetString() : null;

    public JsonElement? Entity(string type) => Body.TryGetProperty("entities", out var entities)
        ? entities.EnumerateArray().Where(e => e.GetProperty("type").GetString() == type).Select(e => (JsonElement?)e).FirstOrDefault()
        : null;

    public JsonElement Card => Body.GetProperty("attachments")[0].GetProperty("content");
}
