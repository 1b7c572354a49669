using System.Text.Encodings.Web;
using System.Text.Json;

namespace PaperChat.Peers.Measuring;

/// <summary>The JSON of jobs, outputs and figures: camelCase, as every engine's script reads and writes it.</summary>
internal static class PeerJson
{
    public static JsonSerializerOptions Options { get; } = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        DefaultIgnoreCondition = System.Text.Json.Serialization.JsonIgnoreCondition.WhenWritingNull,
    };

    public static async Task<T> ReadAsync<T>(string path, CancellationToken cancellationToken)
    {
        await using var file = File.OpenRead(path);
        return await JsonSerializer.DeserializeAsync<T>(file, Options, cancellationToken)
            ?? throw new PaperChatException($"{path} holds no JSON object.");
    }

    public static async Task WriteAsync<T>(string path, T value, CancellationToken cancellationToken)
    {
        await using var file = File.Create(path);
        await JsonSerializer.SerializeAsync(file, value, Options, cancellationToken);
    }
}
