using System.Runtime.InteropServices;

namespace PaperChat.Hosting;

/// <summary>
/// Ctrl+C and the system's request to end. The first cancels <see cref="Token"/>; the second ends the process at once, so that
/// a command that does not listen can still be left.
/// </summary>
public sealed class Interruption : IDisposable
{
    private readonly CancellationTokenSource _source = new();
    private readonly List<PosixSignalRegistration> _registrations = [];
    private volatile Func<bool>? _first;

    private Interruption()
    {
    }

    public CancellationToken Token => _source.Token;

    /// <summary>Listens to the process's signals until disposed.</summary>
    public static Interruption Listen()
    {
        var interruption = new Interruption();
        interruption._registrations.Add(PosixSignalRegistration.Create(PosixSignal.SIGINT, interruption.OnSignal));
        interruption._registrations.Add(PosixSignalRegistration.Create(PosixSignal.SIGTERM, interruption.OnSignal));
        return interruption;
    }

    /// <summary>An interruption that only <see cref="Interrupt"/> causes, for tests.</summary>
    public static Interruption Silent() => new();

    /// <summary>
    /// Asks <paramref name="handler"/> first at each Ctrl+C, until disposed; where it returns true the signal is used up (an
    /// answer was stopped), else the command is cancelled.
    /// </summary>
    public IDisposable HandleFirst(Func<bool> handler)
    {
        _first = handler;
        return new Handling(this);
    }

    /// <summary>Acts like a Ctrl+C; false when the process should end at once.</summary>
    public bool Interrupt()
    {
        if (_first?.Invoke() == true)
        {
            return true;
        }

        if (_source.IsCancellationRequested)
        {
            return false;
        }

        _source.Cancel();
        return true;
    }

    public void Dispose()
    {
        _registrations.ForEach(registration => registration.Dispose());
        _source.Dispose();
    }

    private void OnSignal(PosixSignalContext context) => context.Cancel = Interrupt();

    private sealed class Handling(Interruption owner) : IDisposable
    {
        public void Dispose() => owner._first = null;
    }
}
