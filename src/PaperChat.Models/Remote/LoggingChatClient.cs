using System.Runtime.CompilerServices;
using System.Text;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.Logging;
using PaperChat.Answering;

namespace PaperChat.Models.Remote;

/// <summary>Logs what a model is asked and how long it takes; the texts themselves at Trace only.</summary>
public sealed class LoggingChatClient(IChatClient inner, TimeProvider time, ILogger logger) : DelegatingChatClient(inner)
{
    public override async Task<ChatResponse> GetResponseAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default)
    {
        ChatMessage[] given = [.. messages];
        LogAsked(given);
        var began = time.GetTimestamp();
        try
        {
            var response = await base.GetResponseAsync(given, options, cancellationToken);
            LogAnswered(response.Text, began, time.GetTimestamp(), response.Usage);
            return response;
        }
        catch (ModelException failure)
        {
            Log.Failed(logger, this.Name(), failure.Message);
            throw;
        }
    }

    public override async IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? options = null, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        ChatMessage[] given = [.. messages];
        LogAsked(given);
        var began = time.GetTimestamp();
        long? first = null;
        UsageDetails? usage = null;
        var text = logger.IsEnabled(LogLevel.Trace) ? new StringBuilder() : null;
        await using var updates = base.GetStreamingResponseAsync(given, options, cancellationToken).GetAsyncEnumerator(cancellationToken);
        while (true)
        {
            try
            {
                if (!await updates.MoveNextAsync())
                {
                    break;
                }
            }
            catch (ModelException failure)
            {
                Log.Failed(logger, this.Name(), failure.Message);
                throw;
            }

            var update = updates.Current;
            first ??= update.Text.Length > 0 ? time.GetTimestamp() : null;
            usage = update.Contents.OfType<UsageContent>().Select(u => u.Details).FirstOrDefault() ?? usage;
            text?.Append(update.Text);
            yield return update;
        }

        LogAnswered(text?.ToString() ?? "", began, first ?? time.GetTimestamp(), usage);
    }

    private void LogAsked(ChatMessage[] messages)
    {
        Log.Asked(logger, this.Name(), messages.Sum(m => m.Text.Length));
        if (logger.IsEnabled(LogLevel.Trace))
        {
            foreach (var message in messages)
            {
                Log.Sent(logger, this.Name(), message.Role.Value, message.Text);
            }
        }
    }

    private void LogAnswered(string text, long began, long first, UsageDetails? usage)
    {
        Log.Answered(logger, this.Name(), (long)time.GetElapsedTime(began).TotalMilliseconds, (long)time.GetElapsedTime(began, first).TotalMilliseconds,
            usage?.InputTokenCount, usage?.OutputTokenCount);
        Log.Received(logger, this.Name(), text);
    }
}
