using PaperChat.Chat.Console.Rendering;
using PaperChat.Hosting;
using Spectre.Console;

namespace PaperChat.Chat.Console.Session;

/// <summary>
/// Reads lines and hands them to a session until the user leaves. The first Ctrl+C stops an answer (or empties the prompt); a
/// second one before the next line leaves.
/// </summary>
/// <param name="session">What answers.</param>
/// <param name="readLine">The next line; null at the end of the input.</param>
/// <param name="interruption">Where Ctrl+C arrives, on a thread of its own.</param>
internal sealed class ChatLoop(ChatSession session, Func<CancellationToken, Task<string?>> readLine, Interruption interruption)
{
    private readonly Lock _gate = new();
    private CancellationTokenSource? _step;
    private bool _interrupted;

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        using var handling = interruption.HandleFirst(OnInterrupt);
        while (true)
        {
            string? line = null;
            if (await StepAsync(async token => line = await readLine(token), "Press Ctrl+C again or Ctrl+D to leave.", cancellationToken))
            {
                continue;
            }

            if (line is null)
            {
                return;
            }

            Forgive();
            var goOn = true;
            await StepAsync(async token => goOn = await session.HandleAsync(line, token), "\nStopped. Ctrl+C again leaves.", cancellationToken);
            if (!goOn)
            {
                return;
            }

            if (line.Trim().Length > 0)
            {
                session.Console.WriteLine();
            }
        }
    }

    // Returns whether a Ctrl+C stopped the step.
    private async Task<bool> StepAsync(Func<CancellationToken, Task> work, string stopped, CancellationToken cancellationToken)
    {
        using var step = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        SetStep(step);
        try
        {
            await work(step.Token);
            return false;
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            session.Say(stopped, Palette.Note);
            return true;
        }
        finally
        {
            SetStep(null);
        }
    }

    private bool OnInterrupt()
    {
        lock (_gate)
        {
            if (_interrupted || _step is null)
            {
                return false;
            }

            _interrupted = true;
            _step.Cancel();
            return true;
        }
    }

    private void Forgive()
    {
        lock (_gate)
        {
            _interrupted = false;
        }
    }

    // Under the lock, so that no Ctrl+C reaches a source that is disposed already.
    private void SetStep(CancellationTokenSource? step)
    {
        lock (_gate)
        {
            _step = step;
        }
    }
}
