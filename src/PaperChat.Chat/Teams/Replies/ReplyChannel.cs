using System.Text.Json.Nodes;
using Microsoft.Extensions.Logging;
using PaperChat.Hosting.Teams;

namespace PaperChat.Chat.Teams.Replies;

/// <summary>
/// How one message is answered: in a personal chat as a stream (what is being done, then the text as it grows, then the whole reply),
/// elsewhere with the dots of somebody who writes and one message. A stream that Teams refuses or ends becomes one message. Not thread-safe.
/// </summary>
/// <remarks>The rules of streams are those of https://learn.microsoft.com/microsoftteams/platform/bots/streaming-ux: sequence numbers from
/// 1, text that only grows, one request a second, no number at the end.</remarks>
internal sealed partial class ReplyChannel(ConnectorClient connector, Activity to, TimeProvider time, ILogger logger)
{
    /// <summary>Between two requests of a stream.</summary>
    public static readonly TimeSpan Between = TimeSpan.FromSeconds(1);

    // Teams hides the dots after a while.
    private static readonly TimeSpan DotsLast = TimeSpan.FromSeconds(6);

    private string? _stream;
    private int _sequence;
    private long _sent;
    private string _shown = "";

    /// <summary>Whether text may be shown before it is whole.</summary>
    public bool IsStreaming => _stream is not null;

    /// <summary>Says that work has begun.</summary>
    public async Task BeginAsync(string doing, CancellationToken cancellationToken)
    {
        _sent = time.GetTimestamp();
        if (!to.TakesStreams)
        {
            await ShowDotsAsync(cancellationToken);
            return;
        }

        try
        {
            _stream = await connector.SendPassingAsync(to, Chunk("informative", doing), cancellationToken);
        }
        catch (ConnectorException exception)
        {
            LogNoStream(logger, exception.Status, exception.Code);
            await ShowDotsAsync(cancellationToken);
        }
    }

    /// <summary>Says what is being done, while no text is shown yet; left out when it comes too soon after the last.</summary>
    public Task TellAsync(string doing, CancellationToken cancellationToken) =>
        _shown.Length > 0 ? Task.CompletedTask : AdvanceAsync("informative", doing, waits: false, cancellationToken);

    /// <summary>Shows the text so far; left out when it comes too soon after the last, as the next one holds it too.</summary>
    /// <exception cref="ReplyStoppedException">The reader has stopped the answer.</exception>
    public Task ShowAsync(string text, CancellationToken cancellationToken) => AdvanceAsync("streaming", text, waits: false, cancellationToken);

    /// <summary>Sends the whole reply; the id of its message, null where the connector gave none.</summary>
    /// <exception cref="ReplyStoppedException">The reader has stopped the answer.</exception>
    /// <exception cref="ConnectorException">It was not taken.</exception>
    public async Task<string?> FinishAsync(Reply reply, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(reply);
        if (_shown.Length == 0 && IsStreaming)
        {
            // However fast an answer is, a stream shows text before it ends.
            await AdvanceAsync("streaming", reply.Text, waits: true, cancellationToken);
        }

        var id = await EndStreamAsync(reply, cancellationToken) ?? await connector.SendAsync(to, ReplyActivity.Of(to, reply), cancellationToken);
        foreach (var more in reply.More)
        {
            await connector.SendAsync(to, ReplyActivity.Of(to, new Reply(more)), cancellationToken);
        }

        if (ReplyActivity.Suggestions(to, reply) is { } suggestions)
        {
            await connector.SendAsync(to, suggestions, cancellationToken);
        }

        return id;
    }

    private async Task<string?> EndStreamAsync(Reply reply, CancellationToken cancellationToken)
    {
        if (_stream is not { } stream)
        {
            return null;
        }

        await PauseAsync(cancellationToken);
        var message = ReplyActivity.Of(to, reply);
        if (message["entities"] is JsonArray entities)
        {
            entities.Insert(0, Info("final", stream, withSequence: false));
        }
        else
        {
            message["entities"] = new JsonArray(Info("final", stream, withSequence: false));
        }

        _stream = null;
        try
        {
            await connector.SendAsync(to, message, cancellationToken);
            return stream;
        }
        catch (ConnectorException exception) when (exception.Status is >= 400 and < 500)
        {
            ThrowWhereStopped(exception);
            LogNoStream(logger, exception.Status, exception.Code);
            return null;
        }
    }

    private async Task AdvanceAsync(string type, string text, bool waits, CancellationToken cancellationToken)
    {
        if (_stream is null)
        {
            await KeepDotsAsync(cancellationToken);
            return;
        }

        // What was shown cannot be taken back, and an empty text is no text.
        if (text.Length == 0 || !text.StartsWith(_shown, StringComparison.Ordinal) || (!waits && time.GetElapsedTime(_sent) < Between))
        {
            return;
        }

        await PauseAsync(cancellationToken);
        try
        {
            await connector.SendPassingAsync(to, Chunk(type, text), cancellationToken);
            _shown = type == "streaming" ? text : "";
        }
        catch (ConnectorException exception) when (exception.Status is 429 or < 400 or >= 500)
        {
            // The next one holds this text too, and the end all of it: what only shows progress must not cost the answer.
            LogNoProgress(logger, exception.Status);
        }
        catch (ConnectorException exception)
        {
            ThrowWhereStopped(exception);
            LogNoStream(logger, exception.Status, exception.Code);
            _stream = null;
        }
        finally
        {
            _sent = time.GetTimestamp();
        }
    }

    private async Task PauseAsync(CancellationToken cancellationToken)
    {
        if (Between - time.GetElapsedTime(_sent) is { } left && left > TimeSpan.Zero)
        {
            await Task.Delay(left, time, cancellationToken);
        }
    }

    private JsonObject Chunk(string type, string text)
    {
        var chunk = ActivityJson.Typing(to);
        chunk["text"] = text;
        chunk["entities"] = new JsonArray(Info(type, _stream, withSequence: true));
        return chunk;
    }

    private JsonObject Info(string type, string? stream, bool withSequence)
    {
        var info = new JsonObject { ["type"] = "streaminfo", ["streamType"] = type };
        if (stream is not null)
        {
            info["streamId"] = stream;
        }

        if (withSequence)
        {
            info["streamSequence"] = ++_sequence;
        }

        return info;
    }

    private async Task KeepDotsAsync(CancellationToken cancellationToken)
    {
        if (time.GetElapsedTime(_sent) >= DotsLast)
        {
            await ShowDotsAsync(cancellationToken);
        }
    }

    // Nothing is lost with them.
    private async Task ShowDotsAsync(CancellationToken cancellationToken)
    {
        _sent = time.GetTimestamp();
        try
        {
            await connector.SendPassingAsync(to, ActivityJson.Typing(to), cancellationToken);
        }
        catch (ConnectorException exception)
        {
            LogNoDots(logger, exception.Status);
        }
    }

    private static void ThrowWhereStopped(ConnectorException exception)
    {
        if (exception.Status == 403 && exception.Message.Contains("cancel", StringComparison.OrdinalIgnoreCase))
        {
            throw new ReplyStoppedException(exception);
        }
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "The conversation takes no stream ({Status} {Code}); the answer comes as one message.")]
    private static partial void LogNoStream(ILogger logger, int status, string code);

    [LoggerMessage(Level = LogLevel.Debug, Message = "A piece of a stream was not taken ({Status}).")]
    private static partial void LogNoProgress(ILogger logger, int status);

    [LoggerMessage(Level = LogLevel.Debug, Message = "No typing indicator ({Status}).")]
    private static partial void LogNoDots(ILogger logger, int status);
}
