using System.ComponentModel;
using System.Diagnostics;

namespace PaperChat.EndToEnd.Citing;

/// <summary>A program of the machine that reads what PaperChat writes; a test that needs one is skipped where it is not installed.</summary>
internal static class OtherProgram
{
    /// <summary>Runs it in a folder; what it said on both streams.</summary>
    public static async Task<(int ExitCode, string Said)> RunAsync(string name, string package, string folder, params string[] arguments)
    {
        var start = new ProcessStartInfo(name, arguments) { WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true };
        try
        {
            using var process = Process.Start(start)!;
            var output = process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
            var error = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
            await process.WaitForExitAsync(TestContext.Current.CancellationToken);
            return (process.ExitCode, await output + await error);
        }
        catch (Win32Exception)
        {
            Assert.Skip($"Needs {name} (Debian package {package}).");
            throw;
        }
    }
}
