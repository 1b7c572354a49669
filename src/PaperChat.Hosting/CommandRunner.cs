using System.CommandLine;
using System.CommandLine.Parsing;
using System.Reflection;

namespace PaperChat.Hosting;

/// <summary>
/// Runs the commands of a program by the command-line contract: common options, settings read before a command starts, and one
/// place where failures become messages and exit codes.
/// </summary>
public sealed class CommandRunner(ProgramConsole console, HostEnvironment environment, Interruption interruption, TimeProvider time)
{
    public CommonOptions Common { get; } = new();

    /// <summary>Gives a command its work; the result is the exit code.</summary>
    public void SetAction(Command command, Func<CommandContext, CancellationToken, Task<int>> action)
    {
        ArgumentNullException.ThrowIfNull(command);
        command.SetAction(async (parsed, cancellationToken) => await action(CreateContext(parsed), cancellationToken));
    }

    /// <summary>Runs a real process's command line on its own console.</summary>
    public static async Task<int> RunProcessAsync(string[] args, Func<CommandRunner, RootCommand> build)
    {
        ArgumentNullException.ThrowIfNull(build);
        var environment = HostEnvironment.Current();
        using var interruption = Interruption.Listen();
        var runner = new CommandRunner(ProgramConsole.System(environment), environment, interruption, TimeProvider.System);
        return await runner.RunAsync(build(runner), args);
    }

    public async Task<int> RunAsync(RootCommand root, IReadOnlyList<string> args)
    {
        ArgumentNullException.ThrowIfNull(root);
        Common.AddTo(root);
        var parsed = root.Parse(args, new ParserConfiguration { ResponseFileTokenReplacer = null });
        var json = parsed.Tokens.Any(token => token.Type == TokenType.Option && token.Value == Common.Json.Name);
        try
        {
            if (parsed.Errors.Count > 0)
            {
                throw new UsageException(Describe(parsed, parsed.Errors.Select(error => error.Message)));
            }

            if (FindMisspeltOption(parsed) is { } misspelt)
            {
                throw new UsageException(Describe(parsed, [$"There is no option {misspelt}; after -- it would be a word."]));
            }

            if (parsed.Action is { } action && IsVersion(action))
            {
                await console.Out.WriteLineAsync(VersionLine(root));
                return ExitCode.Done;
            }

            return await parsed.InvokeAsync(
                new InvocationConfiguration
                {
                    Output = console.Out,
                    Error = console.Error,
                    EnableDefaultExceptionHandler = false,
                    ProcessTerminationTimeout = null,
                },
                interruption.Token);
        }
        catch (Exception exception)
        {
            return Fail(exception, json, parsed.GetValue(Common.Verbose));
        }
    }

    /// <summary>Name, version and build, as <c>--version</c> prints them.</summary>
    public static string VersionLine(RootCommand root)
    {
        ArgumentNullException.ThrowIfNull(root);
        var version = typeof(CommandRunner).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "";
        return $"{root.Name} {version.Split('+')[0]} ({Build.Name})";
    }

    private static bool IsVersion(System.CommandLine.Invocation.CommandLineAction action) => action.GetType().DeclaringType == typeof(VersionOption);

    // The parser takes an unknown option for one more word of a question or one more path.
    private static string? FindMisspeltOption(ParseResult parsed) => parsed.Tokens
        .TakeWhile(token => token.Type != TokenType.DoubleDash)
        .Where(token => token.Type == TokenType.Argument && token.Value.Length > 2 && token.Value.StartsWith("--", StringComparison.Ordinal))
        .Select(token => token.Value)
        .FirstOrDefault(value => !value.Any(char.IsWhiteSpace));

    private static string Describe(ParseResult parsed, IEnumerable<string> problems)
    {
        var commands = parsed.CommandResult.Command.Parents.OfType<Command>().Select(parent => parent.Name + " ").Reverse();
        var messages = problems.Select(TerminalText.Line).Distinct();
        return $"{string.Join('\n', messages)}\nSee: {string.Concat(commands)}{parsed.CommandResult.Command.Name} --help";
    }

    private CommandContext CreateContext(ParseResult parsed)
    {
        var settings = Common.Read(parsed, environment, time);
        settings.Logger = StandardErrorLogger.For(settings, console.Error);
        if (parsed.GetValue(Common.NoColor))
        {
            console.DisableColor();
        }

        return new CommandContext
        {
            Parsed = parsed,
            Settings = settings,
            Environment = environment,
            Console = console,
            Interruption = interruption,
            Time = time,
            Logger = settings.Logger,
        };
    }

    private int Fail(Exception exception, bool json, bool verbose)
    {
        var failure = Failure.Of(exception);
        if (json)
        {
            console.Error.WriteLine(failure.ToJson());
        }
        else
        {
            console.Error.WriteLine(TerminalText.Block(verbose ? $"{failure.Message}\n{exception}" : failure.Message));
        }

        return failure.ExitCode;
    }
}
