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

    private readonly Process _process;
    private readonly Task<string> _output;
    private readonly Task _error;
    private readonly StringBuilder _errorText = new();
    private readonly Channel<string> _errorLines = Channel.CreateUnbounded<string>();

    private ProgramRun(Process process, bool readsOutput)
    {
        _process = process;
        _output = readsOutput ? _process.StandardOutput.ReadToEndAsync() : Task.FromResult("");
        _error = ReadErrorAsync();
    }

    /// <summary>The program's standard input; closed by <see cref="FinishAsync"/> unless told otherwise.</summary>
    public Stream Input => _process.StandardInput.BaseStream;

    /// <summary>Its standard output as it comes, for a run that was started without reading it.</summary>
    public StreamReader Output => _process.StandardOutput;

    /// <summary>Runs a program to its end.</summary>
    public static async Task<ProgramResult> RunAsync(
        string program, IReadOnlyList<string> arguments, CancellationToken cancellationToken, IReadOnlyDictionary<string, string?>? environment = null)
    {
        await using var run = Start(program, arguments, environment);
        return await run.FinishAsync(cancellationToken);
    }

    /// <summary>Starts a program; environment values replace the machine's, null takes one away.</summary>
    /// <param name="program">One of the programs.</param>
    /// <param name="arguments">Its arguments.</param>
    /// <param name="environment">Values beside the machine's.</param>
    /// <param name="readsOutput">False for a test that reads <see cref="Output"/> itself, up to what it waits for.</param>
    public static ProgramRun Start(string program, IReadOnlyList<string> arguments, IReadOnlyDictionary<string, string?>? environment = null, bool readsOutput = true) =>
        StartCommand("dotnet", [PathOf(program), .. arguments], environment, readsOutput);

    /// <summary>Starts any command, for cases that need a shell around a program.</summary>
    public static ProgramRun StartCommand(
        string command, IReadOnlyList<string> arguments, IReadOnlyDictionary<string, string?>? environment = null, bool readsOutput = true, string? folder = null)
    {
        var start = new ProcessStartInfo(command, arguments)
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = Encoding.UTF8,
            StandardErrorEncoding = Encoding.UTF8,
            UseShellExecute = false,
            WorkingDirectory = folder ?? "",
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

        return new ProgramRun(Process.Start(start) ?? throw new InvalidOperationException($"{command} did not start."), readsOutput);
    }

    /// <summary>The assembly of a program, built as the running tests are, with the same configuration.</summary>
    public static string PathOf(string program)
    {
        var own = Path.TrimEndingDirectorySeparator(AppContext.BaseDirectory);
        var configuration = Path.GetFileName(own);
        var outputs = Path.GetDirectoryName(Path.GetDirectoryName(own))!;
        var project = program == Chat ? "PaperChat.Chat" : "PaperChat.Ingestion";
        var path = Path.Combine(outputs, project, configuration, program + ".dll");
        return File.Exists(path) ? path : throw new InvalidOperationException($"{path} is not built.");
    }

    /// <summary>Closes the input and waits for the end; a program that never ends is killed and fails the test.</summary>
    public async Task<ProgramResult> FinishAsync(CancellationToken cancellationToken, bool closeInput = true, TimeSpan? longest = null)
    {
        if (closeInput)
        {
            CloseInput();
        }

        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        patience.CancelAfter(longest ?? Patience);
        await _process.WaitForExitAsync(patience.Token);
        await _error;
        return new ProgramResult(_process.ExitCode, await _output, _errorText.ToString());
    }

    /// <summary>The next line of standard error as it comes; null after the last one.</summary>
    public async Task<string?> ReadErrorLineAsync(CancellationToken cancellationToken)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        patience.CancelAfter(Patience);
        return await _errorLines.Reader.WaitToReadAsync(patience.Token) ? await _errorLines.Reader.ReadAsync(patience.Token) : null;
    }

    /// <summary>Ends the program as a power cut would, with no chance to clean up; false when it has ended already.</summary>
    public bool TryKill()
    {
        try
        {
            if (_process.HasExited)
            {
                return false;
            }

            _process.Kill(entireProcessTree: true);
            return true;
        }
        catch (InvalidOperationException)
        {
            return false;
        }
    }

    /// <summary>Sends Ctrl+C's signal; only where there is a <c>kill</c> command.</summary>
    public async Task InterruptAsync(CancellationToken cancellationToken)
    {
        using var kill = Process.Start("kill", ["-INT", _process.Id.ToString(System.Globalization.CultureInfo.InvariantCulture)]);
        await kill.WaitForExitAsync(cancellationToken);
    }

    public async ValueTask DisposeAsync()
    {
        if (TryKill())
        {
            await _process.WaitForExitAsync(CancellationToken.None);
        }

        _process.Dispose();
    }

    private void CloseInput()
    {
        try
        {
            _process.StandardInput.Close();
        }
        catch (IOException)
        {
            // The program has ended without reading all of it.
        }
    }

    private async Task ReadErrorAsync()
    {
        while (await _process.StandardError.ReadLineAsync() is { } line)
        {
            _errorText.Append(line).Append('\n');
            _errorLines.Writer.TryWrite(line);
        }

        _errorLines.Writer.Complete();
    }
}
