using Microsoft.Extensions.Logging;

namespace PaperChat.Chat.Api;

/// <summary>Writes what was asked into the log, where the configuration asks for it; nothing else does.</summary>
internal sealed partial class QuestionLog(ServeOptions options, ILoggerFactory loggers)
{
    private readonly ILogger _logger = loggers.CreateLogger("PaperChat.Serve");

    public void Write(string asked)
    {
        if (options.LogQuestions)
        {
            LogAsked(_logger, asked);
        }
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "asked: {Text}")]
    private static partial void LogAsked(ILogger logger, string text);
}
