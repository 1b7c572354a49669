using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using PaperChat.Hosting;

namespace PaperChat.Ingestion.Watch;

/// <summary>Round after round, until it is stopped. A round that fails for a reason that may pass is tried again; any other failure ends the loop.</summary>
internal sealed class WatchLoop(WatchCycle cycle, WatchStatus status, TimeProvider time, ILogger logger) : BackgroundService
{
    // Subscriptions and clocks change from outside: nothing is waited for longer.
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan Shortest = TimeSpan.FromMilliseconds(100);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            var failure = await RunRoundAsync(stoppingToken);
            status.Ended(time.GetUtcNow(), failure);
            await Task.Delay(failure is null ? Pause() : Longest, time, stoppingToken);
        }
    }

    private async Task<string?> RunRoundAsync(CancellationToken cancellationToken)
    {
        try
        {
            await cycle.RunAsync(cancellationToken);
            return null;
        }
        catch (Exception exception) when (exception is PaperChatException or IOException or UnauthorizedAccessException)
        {
            var reason = TerminalText.Line(exception.Message);
            WatchLog.CycleFailed(logger, reason);
            return reason;
        }
    }

    private TimeSpan Pause()
    {
        var wait = cycle.NextDue() - time.GetUtcNow() ?? Longest;
        return wait > Longest ? Longest : wait < Shortest ? Shortest : wait;
    }
}
