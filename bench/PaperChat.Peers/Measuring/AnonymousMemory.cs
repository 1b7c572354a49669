using System.Globalization;

namespace PaperChat.Peers.Measuring;

/// <summary>Memory of a process that no file stands behind: <c>RssAnon</c> of <c>/proc/PID/status</c>, see proc_pid_status(5).</summary>
internal static class AnonymousMemory
{
    /// <summary>In bytes; null where the system does not say, or when the process has ended.</summary>
    public static long? Of(int process)
    {
        try
        {
            return Read(File.ReadLines(string.Create(CultureInfo.InvariantCulture, $"/proc/{process}/status")));
        }
        catch (IOException)
        {
            return null;
        }
    }

    internal static long? Read(IEnumerable<string> status)
    {
        const string name = "RssAnon:";
        var line = status.FirstOrDefault(l => l.StartsWith(name, StringComparison.Ordinal));
        var kilobytes = line?[name.Length..].Replace("kB", "", StringComparison.Ordinal).Trim();
        return long.TryParse(kilobytes, NumberStyles.None, CultureInfo.InvariantCulture, out var value) ? value * 1024 : null;
    }
}
