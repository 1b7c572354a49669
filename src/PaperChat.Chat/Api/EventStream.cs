using System.Net.ServerSentEvents;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Microsoft.AspNetCore.Http;
using PaperChat.Chat.Json;
using PaperChat.Chat.Json.Events;
using PaperChat.Hosting;

namespace PaperChat.Chat.Api;

/// <summary>Server-sent events as all streams of the server have them: a name and one JSON object.</summary>
internal static class EventStream
{
    /// <summary>The last event of a stream that broke.</summary>
    public const string FailedEvent = "failed";

    private const string MediaType = "text/event-stream";

    public static bool IsAccepted(HttpRequest request) =>
        request.GetTypedHeaders().Accept.Any(a => a.MediaType.Equals(MediaType, StringComparison.OrdinalIgnoreCase));

    public static SseItem<string> Item<T>(string name, T data, JsonTypeInfo<T> type) => new(JsonSerializer.Serialize(data, type), name);

    /// <summary>Once a stream has begun, a failure has no other way to the client.</summary>
    public static SseItem<string> Failed(PaperChatException exception)
    {
        var failure = Failure.Of(exception);
        return Item(FailedEvent, new FailedEventShape(failure.Code, failure.Message, exception.IsTransient, Partial: null), WireJson.Relaxed.FailedEventShape);
    }
}
