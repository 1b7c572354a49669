using System.Diagnostics;

namespace PaperChat.LibraryProcess;

/// <summary>Counts steps and, at a given one, ends the process as the system would: without a last word. Thread-safe.</summary>
internal sealed class DeadlySteps(int killAt)
{
    private int _count;

    public int Count => Volatile.Read(ref _count);

    public void Take()
    {
        if (Interlocked.Increment(ref _count) == killAt)
        {
            Process.GetCurrentProcess().Kill();
        }
    }
}
