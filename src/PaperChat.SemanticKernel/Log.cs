using Microsoft.Extensions.Logging;

namespace PaperChat.SemanticKernel;

/// <summary>What is logged about calls of functions. What a model asks for and gets at Trace only.</summary>
internal static partial class Log
{
    [LoggerMessage(Level = LogLevel.Debug, Message = "{Function}: called, {Milliseconds} ms, {Characters} characters")]
    public static partial void Called(ILogger logger, string function, long milliseconds, int characters);

    [LoggerMessage(Level = LogLevel.Trace, Message = "{Function}({Arguments}): {Result}")]
    public static partial void Given(ILogger logger, string function, string arguments, string result);
}
