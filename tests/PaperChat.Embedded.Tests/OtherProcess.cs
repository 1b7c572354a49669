using System.Diagnostics;

namespace PaperChat.Embedded.Tests;

/// <summary>PaperChat.LibraryProcess, running; as another user where a test needs one without rights.</summary>
internal sealed class OtherProcess : IDisposable
{
    private const string Program = "PaperChat.LibraryProcess";

    private readonly Process _process;

    private OtherProcess(Process process) => _process = process;

    public static OtherProcess Start(params IReadOnlyList<string> arguments) => Start(ProgramIn(AppContext.BaseDirectory), [], arguments);

    /// <summary>
    /// Starts it as a user who may only read. A test that runs as root becomes "nobody" for that, in a copy of the program that
    /// nobody can reach; it is skipped where that cannot be.
    /// </summary>
    public static OtherProcess StartWithoutRights(string scratch, params IReadOnlyList<string> arguments)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Takes rights away by Unix file modes.");
        if (!Environment.IsPrivilegedProcess)
        {
            return Start(arguments);
        }

        Assert.SkipUnless(File.Exists("/usr/bin/setpriv"), "Running as root, it needs setpriv to become another user.");
        var copy = Path.Combine(scratch, "program");
        if (!Directory.Exists(copy))
        {
            CopyProgram(copy);
        }

        LetEverybodyRead(scratch);
        return Start("/usr/bin/setpriv", ["--reuid=65534", "--regid=65534", "--clear-groups", ProgramIn(copy)], arguments);
    }

    /// <summary>Read (and search) for everybody, write for nobody but root.</summary>
    public static void LetEverybodyRead(string folder)
    {
        if (OperatingSystem.IsWindows())
        {
            Assert.Skip("Takes rights away by Unix file modes.");
            return;
        }

        const UnixFileMode Read = UnixFileMode.UserRead | UnixFileMode.GroupRead | UnixFileMode.OtherRead;
        const UnixFileMode Execute = UnixFileMode.UserExecute | UnixFileMode.GroupExecute | UnixFileMode.OtherExecute;
        foreach (var file in Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories))
        {
            var isProgram = Path.GetFileName(file) == Program;
            File.SetUnixFileMode(file, isProgram ? Read | Execute : Read);
        }

        foreach (var directory in Directory.EnumerateDirectories(folder, "*", SearchOption.AllDirectories).Prepend(folder))
        {
            File.SetUnixFileMode(directory, Read | Execute);
        }
    }

    /// <summary>Writes a line to its input and waits for one from its output.</summary>
    public async Task<string?> AskAsync(string line, CancellationToken cancellationToken)
    {
        await _process.StandardInput.WriteLineAsync(line.AsMemory(), cancellationToken);
        await _process.StandardInput.FlushAsync(cancellationToken);
        return await _process.StandardOutput.ReadLineAsync(cancellationToken);
    }

    public async Task<(int ExitCode, string Output, string Errors)> FinishAsync(CancellationToken cancellationToken)
    {
        _process.StandardInput.Close();
        var output = _process.StandardOutput.ReadToEndAsync(cancellationToken);
        var errors = _process.StandardError.ReadToEndAsync(cancellationToken);
        await _process.WaitForExitAsync(cancellationToken);
        return (_process.ExitCode, await output, await errors);
    }

    public void Dispose()
    {
        if (!_process.HasExited)
        {
            _process.Kill(entireProcessTree: true);
        }

        _process.Dispose();
    }

    // Only what the program needs, of all that stands beside the tests.
    private static void CopyProgram(string copy)
    {
        var system = OperatingSystem.IsMacOS() ? "osx" : "linux";
        foreach (var file in Directory.EnumerateFiles(AppContext.BaseDirectory, "*", SearchOption.AllDirectories))
        {
            var relative = Path.GetRelativePath(AppContext.BaseDirectory, file);
            if (relative.StartsWith("PaperChat.", StringComparison.Ordinal) || Path.GetFileName(relative) == "Microsoft.Data.Sqlite.dll"
                || relative.StartsWith("SQLitePCLRaw", StringComparison.Ordinal) || relative.StartsWith(Path.Combine("runtimes", system), StringComparison.Ordinal))
            {
                var target = Path.Combine(copy, relative);
                Directory.CreateDirectory(Path.GetDirectoryName(target)!);
                File.Copy(file, target);
            }
        }
    }

    private static OtherProcess Start(string program, IReadOnlyList<string> first, IReadOnlyList<string> arguments)
    {
        var start = new ProcessStartInfo(program)
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = Path.GetTempPath(),
        };
        foreach (var argument in first.Concat(arguments))
        {
            start.ArgumentList.Add(argument);
        }

        return new OtherProcess(Process.Start(start)!);
    }

    private static string ProgramIn(string folder) => Path.Combine(folder, Program + (OperatingSystem.IsWindows() ? ".exe" : ""));
}
