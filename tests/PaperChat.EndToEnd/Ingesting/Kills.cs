using PaperChat.TestSupport;

namespace PaperChat.EndToEnd.Ingesting;

/// <summary>Ends a program as a power cut would, at a chosen change of a file in a folder.</summary>
internal static class Kills
{
    /// <summary>
    /// Kills <paramref name="run"/> at the <paramref name="change"/>-th change that the system reports for
    /// <paramref name="folder"/>; false when the program was done before. Where changes fall within a write or a commit depends on
    /// the machine: many points together cover all of it.
    /// </summary>
    public static async Task<bool> AtChangeAsync(ProgramRun run, FileSystemWatcher folder, int change, CancellationToken cancellationToken)
    {
        var count = 0;
        var killed = 0;
        folder.Created += OnChange;
        folder.Changed += OnChange;
        folder.Deleted += OnChange;
        folder.Renamed += OnChange;
        folder.EnableRaisingEvents = true;
        await run.FinishAsync(cancellationToken);
        folder.EnableRaisingEvents = false;
        return Volatile.Read(ref killed) == 1;

        void OnChange(object sender, FileSystemEventArgs e)
        {
            if (Interlocked.Increment(ref count) == change && run.TryKill())
            {
                Volatile.Write(ref killed, 1);
            }
        }
    }
}
