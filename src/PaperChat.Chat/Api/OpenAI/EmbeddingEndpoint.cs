using System.Buffers.Binary;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using PaperChat.Chat.Api.OpenAI.Shapes;
using PaperChat.Chat.Desk;
using PaperChat.Hosting;

namespace PaperChat.Chat.Api.OpenAI;

/// <summary><c>POST /v1/embeddings</c>: vectors of length 1 by the library's embedding model.</summary>
internal static class EmbeddingEndpoint
{
    public static async Task<IResult> EmbedAsync(HttpRequest http, PaperDesk desk, CancellationToken cancellationToken)
    {
        var request = await JsonBody.ReadAsync(http, OpenAIJson.Relaxed.EmbeddingRequest, cancellationToken);
        var model = desk.Embedding ?? throw new NotFoundException("There is no embedding model: Embeddings:Model of the configuration is none.");
        if (request.Model is { Length: > 0 } name && name != model.Info.Name)
        {
            throw ServedModels.Unknown(name, desk);
        }

        if (request.Dimensions is { } dimensions && dimensions != model.Info.Dimension)
        {
            throw new UsageException($"Vectors of {model.Info.Name} have {model.Info.Dimension} dimensions, not {dimensions}; leave dimensions out.");
        }

        var inBase64 = request.EncodingFormat switch
        {
            null or "float" => false,
            "base64" => true,
            var other => throw new UsageException($"encoding_format is float or base64, not '{TerminalText.Line(other)}'."),
        };
        var vectors = await model.EmbedAsync(TextsOf(request.Input), cancellationToken);
        var items = vectors.Select((v, i) => new EmbeddingItem(i, inBase64 ? Base64Of(v) : NumbersOf(v)));
        return TypedResults.Json(new EmbeddingList([.. items], model.Info.Name, TokenUsage.None), OpenAIJson.Relaxed.EmbeddingList);
    }

    private static string[] TextsOf(JsonElement? input)
    {
        string[] texts = input switch
        {
            { ValueKind: JsonValueKind.String } text => [TextOf(text)],
            { ValueKind: JsonValueKind.Array } list => [.. list.EnumerateArray().Select(TextOf)],
            _ => [],
        };
        return texts.Length is > 0 and <= RequestLimits.EmbeddingInputs && !texts.Any(string.IsNullOrEmpty)
            ? texts
            : throw new UsageException($"input is a text or a list of 1 to {RequestLimits.EmbeddingInputs} texts, none of them empty; tokens are not taken.");
    }

    private static string TextOf(JsonElement element) => element.ValueKind == JsonValueKind.String ? element.GetString() ?? "" : "";

    private static JsonElement NumbersOf(ReadOnlyMemory<float> vector) => JsonSerializer.SerializeToElement(vector.ToArray(), OpenAIJson.Relaxed.SingleArray);

    private static JsonElement Base64Of(ReadOnlyMemory<float> vector)
    {
        var bytes = new byte[vector.Length * sizeof(float)];
        for (var i = 0; i < vector.Length; i++)
        {
            BinaryPrimitives.WriteSingleLittleEndian(bytes.AsSpan(i * sizeof(float)), vector.Span[i]);
        }

        return JsonSerializer.SerializeToElement(Convert.ToBase64String(bytes), OpenAIJson.Relaxed.String);
    }
}
