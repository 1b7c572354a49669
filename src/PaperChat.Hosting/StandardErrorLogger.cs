using Microsoft.Extensions.Logging;

namespace PaperChat.Hosting;

/// <summary>Writes log messages as plain lines to a program's error stream; standard output belongs to results.</summary>
internal sealed class StandardErrorLogger(TextWriter error, LogLevel minimum) : ILogger
{
    // Models are asked several at a time, and not every writer takes two threads: a message would be lost, or throw into the request.
    private readonly Lock _gate = new();

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => logLevel >= minimum && logLevel != LogLevel.None;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        if (!IsEnabled(logLevel))
        {
            return;
        }

        lock (_gate)
        {
            error.WriteLine(TerminalText.Line(formatter(state, exception)));
            if (exception is not null)
            {
                error.WriteLine(TerminalText.Block(exception.ToString()));
            }
        }
    }

    internal static StandardErrorLogger For(HostSettings settings, TextWriter error) =>
        new(error, settings.Quiet ? LogLevel.Error : settings.Verbose ? LogLevel.Debug : LogLevel.Warning);
}
