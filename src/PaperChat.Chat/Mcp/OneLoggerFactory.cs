using Microsoft.Extensions.Logging;

namespace PaperChat.Chat.Mcp;

/// <summary>Gives the command's own logger, which writes to standard error, to whoever asks for one.</summary>
internal sealed class OneLoggerFactory(ILogger logger) : ILoggerFactory
{
    public ILogger CreateLogger(string categoryName) => logger;

    public void AddProvider(ILoggerProvider provider) => throw new NotSupportedException("There is one logger.");

    public void Dispose()
    {
    }
}
