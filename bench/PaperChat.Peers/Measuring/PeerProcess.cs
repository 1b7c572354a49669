using System.Diagnostics;

namespace PaperChat.Peers.Measuring;

/// <summary>
/// Runs one step of one engine as a process of its own, so that no engine's memory, caches or compiled code help or hurt another.
/// </summary>
internal sealed class PeerProcess(TimeProvider time)
{
    private static readonly TimeSpan Poll = TimeSpan.FromMilliseconds(50);

    private const int ReasonLength = 300;

    /// <summary>The highest anonymous memory that was seen, in bytes; null where the system does not say.</summary>
    /// <exception cref="PaperChatException">The process could not be started or failed; the message is what it said last.</exception>
    public async Task<long?> RunAsync(PeerCommand command, CancellationToken cancellationToken)
    {
        using var process = Start(command);
        try
        {
            var output = process.StandardOutput.ReadToEndAsync(cancellationToken);
            var errors = process.StandardError.ReadToEndAsync(cancellationToken);
            var ended = process.WaitForExitAsync(cancellationToken);
            var highest = await WatchAsync(process, ended, cancellationToken);
            await ended;
            await output;
            var said = (await errors).Trim();
            return process.ExitCode == 0
                ? highest
                : throw new PaperChatException($"ended with {process.ExitCode}: {said[Math.Max(0, said.Length - ReasonLength)..]}");
        }
        finally
        {
            // Nothing to kill when it has ended; on cancellation it must not go on alone.
            if (!process.HasExited)
            {
                process.Kill(entireProcessTree: true);
            }
        }
    }

    /// <summary>What a command prints, or null when it cannot be run or fails.</summary>
    public static async Task<string?> AskAsync(PeerCommand command, CancellationToken cancellationToken)
    {
        try
        {
            using var process = Start(command);
            var errors = process.StandardError.ReadToEndAsync(cancellationToken);
            var output = await process.StandardOutput.ReadToEndAsync(cancellationToken);
            await errors;
            await process.WaitForExitAsync(cancellationToken);
            return process.ExitCode == 0 ? output.Trim() : null;
        }
        catch (PaperChatException)
        {
            return null;
        }
    }

    private static Process Start(PeerCommand command)
    {
        var start = new ProcessStartInfo(command.Program) { RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false };
        foreach (var argument in command.Arguments)
        {
            start.ArgumentList.Add(argument);
        }

        try
        {
            return Process.Start(start) ?? throw new PaperChatException($"{command.Program} did not start.");
        }
        catch (System.ComponentModel.Win32Exception e)
        {
            throw new PaperChatException($"{command.Program} cannot be started: {e.Message}", e);
        }
    }

    private async Task<long?> WatchAsync(Process process, Task ended, CancellationToken cancellationToken)
    {
        long? highest = null;
        using var timer = new PeriodicTimer(Poll, time);
        while (!ended.IsCompleted && await timer.WaitForNextTickAsync(cancellationToken))
        {
            if (AnonymousMemory.Of(process.Id) is { } bytes)
            {
                highest = Math.Max(highest ?? 0, bytes);
            }
        }

        return highest;
    }
}
