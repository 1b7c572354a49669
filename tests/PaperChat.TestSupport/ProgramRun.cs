using System.Diagnostics;
using System.Text;
using System.Threading.Channels;

namespace PaperChat.TestSupport;

/// <summary>
/// A built program of the repository, run as a process of its own: with the settings of this machine's user left out, its streams
/// captured, and killed when the test is over.
/// </summary>
public sealed class ProgramRun : IAsyncDisposable
{
    public const string Chat = "paperchat";

    public const string Ingest = "paperchat-ingest";

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    private readonly Process process;
    private readonly Task<string> output;
    private readonly Task error;
    private readonly StringBuilder errorText = new();
    private readonly Channel<string> errorLines = Channel.CreateUnbounded<string>();

    private ProgramRun(Process process)
    {
        this.process = process;
        output = process.StandardOutput.ReadToEndAsync();
        error = ReadErrorAsync();
    }

    /// <summary>The program's standard input; closed by <see cref="FinishAsync"/>.</summary>
    public Stream Input => process.StandardInput.BaseStream;

    /// <summary>Runs a program to its end.</summary>
    public static async Task<ProgramResult> RunAsync(
        string program, IReadOnlyList<string> arguments, CancellationToken cancellationToken, IReadOnlyDictionary<string, string?>? environment = null)
    {
        await using var run = Start(program, arguments, environment);
        return await run.FinishAsync(cancellationToken);
    }

    /// <summary>Starts a program; environment values replace the machine's, null takes one away.</summary>
    public static ProgramRun Start(string program, IReadOnlyList<string> arguments, IReadOnlyDictionary<string, string?>? environment = null) =>
        StartCommand("dotnet", [PathOf(program), .. arguments], environment);

    /// <summary>Starts any command, for cases that need a shell around a program.</summary>
    public static ProgramRun StartCommand(string command, IReadOnlyList<string> arguments, IReadOnlyDictionary<string, string?>? environment = null)
    {
        var start = new ProcessStartInfo(command, arguments)
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = Encoding.UTF8,
            StandardErrorEncoding = Encoding.UTF8,
            UseShellExecute = false,
        };
        foreach (var own in start.Environment.Keys.Where(name => name.StartsWith("PAPERCHAT", StringComparison.OrdinalIgnoreCase)).ToList())
        {
            start.Environment.Remove(own);
        }

        foreach (var (name, value) in environment ?? new Dictionary<string, string?>())
        {
            start.Environment[name] = value;
            if (value is null)
            {
                start.Environment.Remove(name);
            }
        }

        return new ProgramRun(Process.Start(start) ?? throw new InvalidOperationException($"{command} did not start."));
    }

    /// <summary>The assembly of a program, built with the configuration of the running tests.</summary>
    public static string PathOf(string program)
    {
        var configuration = Path.GetFileName(Path.TrimEndingDirectorySeparator(AppContext.BaseDirectory));
        var project = program == Chat ? "PaperChat.Chat" : "PaperChat.Ingestion";
        var path = Path.Combine(RepositoryFolder.Path, "artifacts", "bin", project, configuration, program + ".dll");
        return File.Exists(path) ? path : throw new InvalidOperationException($"{path} is not built.");
    }

    /// <summary>Closes the input and waits for the end; a program that never ends is killed and fails the test.</summary>
    public async Task<ProgramResult> FinishAsync(CancellationToken cancellationToken)
    {
        process.StandardInput.Close();
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        patience.CancelAfter(Patience);
        await process.WaitForExitAsync(patience.Token);
        await error;
        return new ProgramResult(process.ExitCode, await output, errorText.ToString());
    }

    /// <summary>The next line of standard error as it comes; null after the last one.</summary>
    public async Task<string?> ReadErrorLineAsync(CancellationToken cancellationToken)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        patience.CancelAfter(Patience);
        return await errorLines.Reader.WaitToReadAsync(patience.Token) ? await errorLines.Reader.ReadAsync(patience.Token) : null;
    }

    /// <summary>Ends the program as a power cut would: it gets no chance to clean up.</summary>
    public void Kill() => process.Kill(entireProcessTree: true);

    /// <summary>Sends Ctrl+C's signal; only where there is a <c>kill</c> command.</summary>
    public async Task InterruptAsync(CancellationToken cancellationToken)
    {
        using var kill = Process.Start("kill", ["-INT", process.Id.ToString(System.Globalization.CultureInfo.InvariantCulture)]);
        await kill.WaitForExitAsync(cancellationToken);
    }

    public async ValueTask DisposeAsync()
    {
        if (!process.HasExited)
        {
            Kill();
            await process.WaitForExitAsync(CancellationToken.None);
        }

        process.Dispose();
    }

    private async Task ReadErrorAsync()
    {
        while (await process.StandardError.ReadLineAsync() is { } line)
        {
            errorText.Append(line).Append('\n');
            errorLines.Writer.TryWrite(line);
        }

        errorLines.Writer.Complete();
    }
}
