using System.CommandLine;
using Microsoft.Extensions.Logging;

namespace PaperChat.Hosting;

/// <summary>What a command works with.</summary>
public sealed class CommandContext
{
    public required ParseResult Parsed { get; init; }

    public required HostSettings Settings { get; init; }

    public required HostEnvironment Environment { get; init; }

    public required ProgramConsole Console { get; init; }

    public required Interruption Interruption { get; init; }

    public required TimeProvider Time { get; init; }

    public required ILogger Logger { get; init; }

    /// <summary>Says something beside the result, on the error stream; <c>--quiet</c> keeps it back.</summary>
    public void Note(string text)
    {
        if (!Settings.Quiet)
        {
            Console.Error.WriteLine(TerminalText.Line(text));
        }
    }

    /// <summary>Reports a failure that does not end the command (one question of a batch) on the error stream, as text or JSON.</summary>
    public void Report(Failure failure, string? id = null) =>
        Console.Error.WriteLine(Settings.Json ? failure.ToJson(id) : TerminalText.Block(failure.Message));
}
