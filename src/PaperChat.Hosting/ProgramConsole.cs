using System.Text;
using Spectre.Console;

namespace PaperChat.Hosting;

/// <summary>
/// The three streams of a program and what is behind them. Output and errors are UTF-8 whatever the machine's code page, and
/// each write goes out at once.
/// </summary>
public sealed class ProgramConsole
{
    private const int DefaultWidth = 80;

    private readonly Lazy<TextReader> _in;
    private readonly Lazy<IAnsiConsole> _ansi;
    private readonly Lazy<IAnsiConsole> _ansiError;
    private bool _colorAllowed = true;

    public ProgramConsole(TextReader input, TextWriter output, TextWriter error)
        : this(new Lazy<TextReader>(input), output, error)
    {
    }

    private ProgramConsole(Lazy<TextReader> input, TextWriter output, TextWriter error)
    {
        _in = input;
        Out = output;
        Error = error;
        _ansi = new Lazy<IAnsiConsole>(() => CreateAnsi(Out, OutputIsTerminal));
        _ansiError = new Lazy<IAnsiConsole>(() => CreateAnsi(Error, ErrorIsTerminal));
    }

    public TextReader In => _in.Value;

    /// <summary>Standard input as bytes; use either this or <see cref="In"/>.</summary>
    public Stream InputBytes { get; init; } = Stream.Null;

    public TextWriter Out { get; }

    /// <summary>Standard output as bytes; use either this or <see cref="Out"/>.</summary>
    public Stream OutputBytes { get; init; } = Stream.Null;

    public TextWriter Error { get; }

    public bool InputIsTerminal { get; init; }

    public bool OutputIsTerminal { get; init; }

    public bool ErrorIsTerminal { get; init; }

    /// <summary>Whether somebody sits there who can be asked.</summary>
    public bool IsInteractive => InputIsTerminal && OutputIsTerminal;

    /// <summary>Columns of the terminal; 80 where there is none.</summary>
    public int Width { get; init; } = DefaultWidth;

    /// <summary>Whether output may be coloured: a terminal, no <c>NO_COLOR</c>, no <c>TERM=dumb</c>, no <c>--no-color</c>.</summary>
    public bool Color => _colorAllowed && OutputIsTerminal;

    /// <summary>Rich output on <see cref="Out"/>; created at first use, so that plain commands do not pay for it.</summary>
    public IAnsiConsole Ansi => _ansi.Value;

    /// <summary>The same on <see cref="Error"/>, for progress beside output that is piped.</summary>
    public IAnsiConsole AnsiError => _ansiError.Value;

    public static ProgramConsole System(HostEnvironment environment)
    {
        ArgumentNullException.ThrowIfNull(environment);
        var utf8 = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
        if (OperatingSystem.IsWindows() && !Console.IsOutputRedirected)
        {
            Console.OutputEncoding = utf8;
        }

        // The reader is made when it is first used: that of a terminal reads the terminal's description, which takes a while.
        var input = new StandardInputStream(Console.OpenStandardInput());
        var output = Console.OpenStandardOutput();
        var console = new ProgramConsole(
            new Lazy<TextReader>(() => Console.IsInputRedirected ? new StreamReader(input, utf8) : Console.In),
            new StreamWriter(output, utf8) { AutoFlush = true },
            new StreamWriter(Console.OpenStandardError(), utf8) { AutoFlush = true })
        {
            InputBytes = input,
            OutputBytes = output,
            InputIsTerminal = !Console.IsInputRedirected,
            OutputIsTerminal = !Console.IsOutputRedirected,
            ErrorIsTerminal = !Console.IsErrorRedirected,
            Width = TerminalWidth(),
        };
        console._colorAllowed = environment.Variable("NO_COLOR") is null && environment.Variable("TERM") != "dumb";
        return console;
    }

    internal void DisableColor() => _colorAllowed = false;

    private static int TerminalWidth()
    {
        try
        {
            return !Console.IsOutputRedirected && Console.WindowWidth > 0 ? Console.WindowWidth : DefaultWidth;
        }
        catch (IOException)
        {
            return DefaultWidth;
        }
    }

    private IAnsiConsole CreateAnsi(TextWriter writer, bool isTerminal)
    {
        var console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Out = new AnsiConsoleOutput(writer),
            Ansi = isTerminal ? AnsiSupport.Detect : AnsiSupport.No,
            ColorSystem = _colorAllowed && isTerminal ? ColorSystemSupport.Detect : ColorSystemSupport.NoColors,
            Interactive = isTerminal && InputIsTerminal ? InteractionSupport.Yes : InteractionSupport.No,
        });
        console.Profile.Width = Width;
        return console;
    }
}
