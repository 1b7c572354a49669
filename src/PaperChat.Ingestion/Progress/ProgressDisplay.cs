using PaperChat.Hosting;

namespace PaperChat.Ingestion.Progress;

/// <summary>
/// Shows how far an ingestion is, on standard error: a bar on a terminal, a plain line now and then where it is piped, nothing
/// with <c>--quiet</c> or <c>--json</c>.
/// </summary>
internal abstract class ProgressDisplay
{
    public static ProgressDisplay For(CommandContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        return context.Settings.Quiet || context.Settings.Json ? new NoProgress(context)
            : context.Console.ErrorIsTerminal ? new TerminalProgress(context)
            : new PlainProgress(context);
    }

    /// <summary>Runs the work while the display is up.</summary>
    public abstract Task<T> RunAsync<T>(long? bytesTotal, Func<IProgress<IngestionProgress>?, Task<T>> work);

    /// <summary>Writes a line beside the display; <paramref name="text"/> is safe to print.</summary>
    public abstract void WriteLine(string text);
}
