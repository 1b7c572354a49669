using Microsoft.Extensions.Logging;

namespace PaperChat.Models.Remote;

/// <summary>What is logged about models. Questions, abstracts and answers at Trace only; keys never.</summary>
internal static partial class Log
{
    [LoggerMessage(Level = LogLevel.Debug, Message = "{Model}: asked, {Characters} characters")]
    public static partial void Asked(ILogger logger, string model, int characters);

    [LoggerMessage(Level = LogLevel.Debug, Message = "{Model}: answered in {Milliseconds} ms, first text after {FirstMilliseconds} ms, {PromptTokens} + {CompletionTokens} tokens")]
    public static partial void Answered(ILogger logger, string model, long milliseconds, long firstMilliseconds, long? promptTokens, long? completionTokens);

    [LoggerMessage(Level = LogLevel.Debug, Message = "{Model}: {Texts} texts embedded in {Milliseconds} ms, {Tokens} tokens")]
    public static partial void Embedded(ILogger logger, string model, int texts, long milliseconds, long? tokens);

    [LoggerMessage(Level = LogLevel.Warning, Message = "{Model}: {Problem}")]
    public static partial void Failed(ILogger logger, string model, string problem);

    [LoggerMessage(Level = LogLevel.Information, Message = "{Model}: trying again in {Milliseconds} ms (attempt {Attempt}): {Problem}")]
    public static partial void Retrying(ILogger logger, string model, long milliseconds, int attempt, string problem);

    [LoggerMessage(Level = LogLevel.Trace, Message = "{Model} <- {Role}: {Text}")]
    public static partial void Sent(ILogger logger, string model, string role, string text);

    [LoggerMessage(Level = LogLevel.Trace, Message = "{Model} -> {Text}")]
    public static partial void Received(ILogger logger, string model, string text);
}
