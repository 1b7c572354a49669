using Microsoft.Extensions.Logging;

namespace PaperChat.Chat.Mcp;

/// <summary>
/// The loggers of the protocol's library. It warns, with a stack trace, of each call that its client cancels: that is everyday and
/// becomes a line for debugging.
/// </summary>
internal sealed class ProtocolLoggerFactory(Func<string, ILogger> loggers) : ILoggerFactory
{
    public ILogger CreateLogger(string categoryName) => new ProtocolLogger(loggers(categoryName));

    public void AddProvider(ILoggerProvider provider) => throw new NotSupportedException("The loggers are those of the program.");

    public void Dispose()
    {
    }

    private sealed class ProtocolLogger(ILogger inner) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => inner.BeginScope(state);

        public bool IsEnabled(LogLevel logLevel) => inner.IsEnabled(logLevel);

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            var isCancelled = exception is OperationCanceledException;
            inner.Log(isCancelled ? LogLevel.Debug : logLevel, eventId, state, isCancelled ? null : exception, formatter);
        }
    }
}
