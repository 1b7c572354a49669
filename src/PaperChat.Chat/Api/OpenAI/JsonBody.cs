using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Microsoft.AspNetCore.Http;

namespace PaperChat.Chat.Api.OpenAI;

/// <summary>A body in OpenAI's names, which the server's own serialisers do not read.</summary>
internal static class JsonBody
{
    /// <exception cref="BadHttpRequestException">It is not JSON, or not of this shape.</exception>
    public static async Task<T> ReadAsync<T>(HttpRequest request, JsonTypeInfo<T> type, CancellationToken cancellationToken)
        where T : class
    {
        if (!request.HasJsonContentType())
        {
            throw new BadHttpRequestException("The body is not JSON.", StatusCodes.Status415UnsupportedMediaType);
        }

        try
        {
            return await request.ReadFromJsonAsync(type, cancellationToken) ?? throw new BadHttpRequestException("The body is empty.");
        }
        catch (JsonException exception)
        {
            throw new BadHttpRequestException("The body is not the JSON that is wanted here.", StatusCodes.Status400BadRequest, exception);
        }
    }
}
