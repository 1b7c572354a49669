using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace PaperChat.Hosting;

/// <summary>
/// Lets the web server log where the command does. What it says of each request is left out: addresses hold questions, and those stay
/// out of logs.
/// </summary>
public sealed class CommandLoggerProvider(ILogger logger) : ILoggerProvider
{
    private const string WebServer = "Microsoft.";

    // It logs what it throws; whoever starts the server tells it.
    private const string Host = "Microsoft.Extensions.Hosting";

    public ILogger CreateLogger(string categoryName) =>
        categoryName.StartsWith(Host, StringComparison.Ordinal) ? NullLogger.Instance
        : categoryName.StartsWith(WebServer, StringComparison.Ordinal) ? new WarningLogger(logger)
        : logger;

    public void Dispose()
    {
    }

    private sealed class WarningLogger(ILogger inner) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => NullLogger.Instance.BeginScope(state);

        public bool IsEnabled(LogLevel logLevel) => logLevel >= LogLevel.Warning && inner.IsEnabled(logLevel);

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            if (IsEnabled(logLevel))
            {
                inner.Log(logLevel, eventId, state, exception, formatter);
            }
        }
    }
}
