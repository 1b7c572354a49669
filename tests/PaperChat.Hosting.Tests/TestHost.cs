using System.CommandLine;

namespace PaperChat.Hosting.Tests;

/// <summary>A command runner on captured streams, with an environment of the test's own.</summary>
internal sealed class TestHost : IDisposable
{
    private readonly StringWriter _output = new();
    private readonly StringWriter _error = new();
    private readonly Dictionary<string, string> _variables = new(StringComparer.OrdinalIgnoreCase);

    public string Output => _output.ToString();

    public string Error => _error.ToString();

    public string? LocalDataFolder { get; set; } = Path.Combine(Path.GetTempPath(), "paperchat-test-data");

    public string? ConfigurationFolder { get; set; }

    public Interruption Interruption { get; } = Interruption.Silent();

    public string this[string variable]
    {
        set => _variables[variable] = value;
    }

    /// <summary>Runs a root command and a subcommand <c>work</c>, both with the same action.</summary>
    public async Task<int> RunAsync(string commandLine, Func<CommandContext, CancellationToken, Task<int>> action)
    {
        var environment = new HostEnvironment { Variables = _variables, LocalDataFolder = LocalDataFolder, ConfigurationFolder = ConfigurationFolder };
        var console = new ProgramConsole(TextReader.Null, _output, _error);
        var runner = new CommandRunner(console, environment, Interruption, TimeProvider.System);
        var root = new RootCommand("Test program.");
        var work = new Command("work", "Works.") { new Argument<string[]>("words") { Arity = ArgumentArity.ZeroOrMore } };
        root.Subcommands.Add(work);
        runner.SetAction(root, action);
        runner.SetAction(work, action);
        return await runner.RunAsync(root, commandLine.Split(' ', StringSplitOptions.RemoveEmptyEntries));
    }

    /// <summary>Runs and hands back the settings that the action saw.</summary>
    public async Task<HostSettings> ReadSettingsAsync(string commandLine)
    {
        HostSettings? settings = null;
        var code = await RunAsync(commandLine, (context, _) =>
        {
            settings = context.Settings;
            return Task.FromResult(ExitCode.Done);
        });
        Assert.True(code == ExitCode.Done, Error);
        return settings!;
    }

    public void Dispose() => Interruption.Dispose();
}
