using System.Text;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace PaperChat.Chat.Tests;

/// <summary>A console whose output is a string and whose keys are a script; at the end of the script the input is closed.</summary>
internal sealed class TestConsole : IAnsiConsole, IAnsiConsoleInput
{
    private readonly StringBuilder _output = new();
    private readonly IAnsiConsole _console;
    private readonly Queue<Func<CancellationToken, Task<ConsoleKeyInfo>>> _keys = [];

    public TestConsole(int width = 80, bool ansi = false)
    {
        _console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Ansi = ansi ? AnsiSupport.Yes : AnsiSupport.No,
            ColorSystem = ansi ? ColorSystemSupport.Standard : ColorSystemSupport.NoColors,
            Out = new AnsiConsoleOutput(new StringWriter(_output)),
            Interactive = InteractionSupport.No,
        });
        _console.Profile.Width = width;
    }

    public string Output => _output.ToString().Replace("\r\n", "\n", StringComparison.Ordinal);

    public Profile Profile => _console.Profile;

    public IAnsiConsoleCursor Cursor => _console.Cursor;

    public IAnsiConsoleInput Input => this;

    public IExclusivityMode ExclusivityMode => _console.ExclusivityMode;

    public RenderPipeline Pipeline => _console.Pipeline;

    public TestConsole Type(string text)
    {
        foreach (var c in text)
        {
            Press(c == '\n' ? ConsoleKey.Enter : c == '\u001b' ? ConsoleKey.Escape : ConsoleKey.None, c == '\n' ? '\r' : c);
        }

        return this;
    }

    public TestConsole Press(ConsoleKey key, char character = '\0', bool control = false)
    {
        _keys.Enqueue(_ => Task.FromResult(new ConsoleKeyInfo(character, key, shift: false, alt: false, control)));
        return this;
    }

    /// <summary>Does something at the prompt in place of a key, such as an interruption; then waits for it to be noticed.</summary>
    public TestConsole Do(Action action)
    {
        _keys.Enqueue(async token =>
        {
            action();
            await Task.Delay(Timeout.Infinite, token);
            return default;
        });
        return this;
    }

    public void Clear(bool home) => _console.Clear(home);

    public void Write(IRenderable renderable) => _console.Write(renderable);

    public bool IsKeyAvailable() => _keys.Count > 0;

    public ConsoleKeyInfo? ReadKey(bool intercept) => throw new NotSupportedException("Keys are read asynchronously.");

    public async Task<ConsoleKeyInfo?> ReadKeyAsync(bool intercept, CancellationToken cancellationToken) =>
        _keys.TryDequeue(out var next) ? await next(cancellationToken) : null;
}
