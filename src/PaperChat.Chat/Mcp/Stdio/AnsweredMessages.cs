using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Threading.Channels;
using ModelContextProtocol.Protocol;

namespace PaperChat.Chat.Mcp.Stdio;

/// <summary>The messages of a transport as the server reads them, and which of its requests have no answer yet. Thread-safe, with one reader.</summary>
internal sealed class AnsweredMessages : ChannelReader<JsonRpcMessage>
{
    private readonly Lock _gate = new();
    private readonly HashSet<RequestId> _waiting = [];
    private ChannelReader<JsonRpcMessage>? _messages;
    private TaskCompletionSource? _all;

    public override Task Completion => Messages.Completion;

    private ChannelReader<JsonRpcMessage> Messages => _messages ?? throw new InvalidOperationException("No messages are attached.");

    /// <summary>Says where the messages come from, once and before the server reads; their transport begins to read when it is made.</summary>
    public void Attach(ChannelReader<JsonRpcMessage> messages)
    {
        lock (_gate)
        {
            _messages = messages;
        }

        Tell();
    }

    /// <summary>The message is an answer, and was sent.</summary>
    public void Sent(JsonRpcMessage message)
    {
        if (message is JsonRpcResponse or JsonRpcError)
        {
            Answer(((JsonRpcMessageWithId)message).Id);
        }
    }

    /// <summary>Ends when all that was read up to now is answered. For one caller at a time.</summary>
    public Task AllAsync()
    {
        var all = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        lock (_gate)
        {
            _all = all;
        }

        Tell();
        return all.Task;
    }

    public override ValueTask<bool> WaitToReadAsync(CancellationToken cancellationToken = default) => Messages.WaitToReadAsync(cancellationToken);

    public override bool TryRead([MaybeNullWhen(false)] out JsonRpcMessage item)
    {
        // Under the lock: a message is at no time neither in the channel nor among those that wait.
        lock (_gate)
        {
            if (!Messages.TryRead(out item))
            {
                return false;
            }

            if (item is JsonRpcRequest request)
            {
                _waiting.Add(request.Id);
            }
        }

        // What is cancelled gets no answer.
        if (item is JsonRpcNotification { Method: NotificationMethods.CancelledNotification, Params: JsonObject parameters })
        {
            Answer(IdIn(parameters));
        }

        Tell();
        return true;
    }

    private static RequestId IdIn(JsonObject parameters) => parameters["requestId"] is JsonValue value
        ? value.GetValueKind() switch
        {
            JsonValueKind.String => new RequestId(value.GetValue<string>()),
            JsonValueKind.Number when value.TryGetValue(out long number) => new RequestId(number),
            _ => default,
        }
        : default;

    private void Answer(RequestId id)
    {
        lock (_gate)
        {
            _waiting.Remove(id);
        }

        Tell();
    }

    private void Tell()
    {
        lock (_gate)
        {
            if (_waiting.Count == 0 && _messages?.TryPeek(out _) == false)
            {
                _all?.TrySetResult();
            }
        }
    }
}
